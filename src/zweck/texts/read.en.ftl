# What `zweck read` says: in the terminal and on the page to look at.

page-title = Read: { $name }
pages-title = Read: { $count } privacy notices
skip = Skip to content
lead = This is how Zweck understood the notice: what was read is marked in the text, the findings stand beside it.
index = Documents
unreadable = Not read
overview = At a glance
understood = Understood
notice = Text and findings
whole = On the whole text
findings = Findings
findings-none = No findings.
finding-number = Finding { $number }
finding-count = { $count ->
    [one] 1 finding
   *[other] { $count } findings
}
of-which-certain = { $count } of them certain
to-words = To the words
line = line { $line }
lines = lines { $first }–{ $last }
unplaced = Not placed
unplaced-count = { $count ->
    [one] 1 line not placed
   *[other] { $count } lines not placed
}
unplaced-lead = These lines belong to no section that Zweck understands, and no value was read from them.
show-marks = Show in the text
language-de = German
language-en = English
words = Words in the text
mend = Mend
general = in general
none = not found
officer-present = named
officer-none = none designated, says the text
until-event = until an event
unlimited = without limit
session = session
no-safeguard = no safeguard named

kind-controller = Controller
kind-officer = Data protection officer
kind-activity = Activity
kind-service = Service
kind-basis = Legal basis
kind-period = Storage period
kind-cookie = Cookie
kind-right = Right
kind-transfer = Third country

some-activity = Activities
some-service = Services
some-basis = Legal bases
some-period = Storage periods
some-cookie = Cookies
some-right = Rights
some-transfer = Third countries

tag-controller = controller
tag-officer = officer
tag-service = service
tag-basis = basis
tag-period = period
tag-cookie = cookie
tag-right = right
tag-transfer = country

severity-block = block
severity-error = error
severity-warn = warning
severity-info = note
certainty-certain = certain
certainty-arguable = arguable
certainty-page = check the page
standing-observed = observed
standing-inferred = inferred
standing-lawyer = for a lawyer
