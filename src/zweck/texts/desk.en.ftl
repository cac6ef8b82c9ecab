# The desk: texts for data protection officers and everybody who works there
desk = Privacy desk
skip = Skip to content
navigation = Desk
sites = Other websites
logout = Log out
faults = Please check what you entered
voluntary = voluntary
actions = Actions
older = Show older ones
back-start = To the first page
erase = Erase
erase-sure = The data is erased at once and for good. Are you sure?
breach = Breach

## areas
area-today = Today
area-requests = Requests
area-cases = Contact cases
area-applications = Applications
area-newsletter = Newsletter
area-due = Erasure
area-promises = Promises
area-evidence = Evidence
area-outbox = Outbox
area-documents = Documents
area-people = Accounts
area-account = My account
role-officer = Officer
role-officer-text = sees everything and decides on requests
role-recruiter = Recruiter
role-recruiter-text = sees applications only, and only where the login is among the readers in the declaration
role-reader = Reader
role-reader-text = sees promises, evidence and documents, but no data of persons

## door
login-title = Log in
login = Log in
login-wrong = Login, password or code is wrong.
login-often = Too many attempts. Please wait a quarter of an hour.
login-unsafe = This connection is not encrypted. Please open the desk over https.
login-empty = There is no account yet. Make the first one with the link that the server prints when it starts.
setup-title = Make the first account
setup-lead = This account may do everything: decide on requests, start erasures, add accounts. With several websites it is made for all that have none yet.
setup-button = Make the account
setup-over = This link is no longer valid: the first account was made already. Please log in.
field-login = Login
hint-login = For example the business e-mail address.
field-password = Password
hint-password = At least twelve characters. A sentence is easier to remember and harder to guess than a word.
field-code = Code
hint-code = Only if you have set up a second factor.
field-code-now = Code from the app
field-old-password = Present password
field-new-password = New password
fault-login = Login: please fill in this field.
fault-login-known = Login: there is such an account already.
fault-password = Password: it needs at least { $count } characters.
fault-old-password = Present password: it is wrong.
fault-code = Code: it does not fit. Please check the clock of your phone.
fault-role = Role: please choose one.
fault-remove-self = You cannot remove your own account. So there is always somebody who can get in.
refused-title = This is not possible
refused-role = Your role has no access here.
refused-unknown = There is no such thing, or not any more.
refused-rule = A promise or a hold forbids this. Nothing was changed.
account-title = My account
account-password = Change password
account-password-button = Change password
account-factor = Second factor
factor-on = switched on
factor-text = With a code from an app, a stolen password is not enough. Enter this key in your app:
factor-open = Open in the app on this device
factor-button = Switch the second factor on
factor-off-button = Switch the second factor off
people-title = Accounts
people-caption = Who may work here
people-seen = Last login
people-you = This is you
people-reset = New password
people-reset-of = New password for { $login }
people-remove = Remove
people-remove-of = Remove { $login }
people-add = Add an account
people-add-button = Make the account
people-fresh = The password for { $login }:
people-fresh-once = It is shown this one time only. Hand it over in person; it should be changed after the first login.
field-role = Role

## done
done-factor = The second factor is changed.
done-removed = The account is removed.
done-entered = The request is entered.
done-approved = You granted the request. Now it can be carried out.
done-ran = The request is carried out and answered.
done-refused = The request is refused. The reason is on its way.
done-extended = The deadline is extended. The reason is on its way.
done-told = Noted.
done-answered = Noted as answered.
done-closed = Closed. The keeping period has begun.
done-reopened = Open again.
done-erased = Erased.
done-held = The data is held back and blocked.
done-ended = The procedure is over. The keeping period has begun.
done-pooled = Moved to the talent pool.
done-newsletter-remove = The address is off the list.
done-newsletter-block = The address is off the list and stays blocked.
done-newsletter-lift = The block is lifted. The newsletter can go to this address again once it is confirmed.
done-newsletter-import = The list is taken over.
done-reviewed = The next review is noted.
done-released = Released. The next sweep does what the rule says.

## today
today-title = Today
tile-requests = { $count ->
    [one] open request
   *[other] open requests
}
tile-cases = { $count ->
    [one] unanswered case
   *[other] unanswered cases
}
tile-due = { $count ->
    [one] record due
   *[other] records due
}
tile-promises = { $count ->
    [one] promise at risk or broken
   *[other] promises at risk or broken
}
today-requests = Open requests
today-no-requests = No request is open.
today-more = See { $count } more
today-cases = Contact cases
today-cases-open = { $count ->
    [one] One case has been waiting since { $day }.
   *[other] { $count } cases are waiting, the oldest since { $day }.
}
today-cases-go = See the cases
today-no-cases = All cases are answered.
today-due = What the sweep does today
today-due-line = { $count ->
    [one] one record, received on { $day }
   *[other] { $count } records, the oldest of { $day }
}
today-due-go = See, or erase now
today-no-due = Nothing is due.
today-reviews = Data held back
today-reviews-open = { $count ->
    [one] One review is coming up.
   *[other] { $count } reviews are coming up.
}
today-reviews-go = Review
today-no-reviews = No review is due in the next 14 days.
today-failed = { $count ->
    [one] One e-mail did not go out.
   *[other] { $count } e-mails did not go out.
}
today-promises = Promises that somebody must look after
today-no-promises = { $count ->
    [one] No promise is at risk. One is shown to be kept.
   *[other] No promise is at risk. { $count } are shown to be kept.
}

## requests
requests-title = Requests of data subjects
requests-new = Enter a request
requests-open = Open
requests-closed = Closed
requests-waiting = { $count ->
    [one] One request is waiting for the person to confirm it.
   *[other] { $count } requests are waiting for the person to confirm them.
}
request-title = Request { $reference }
request-reference = Reference
request-right = Right
request-received = Received
request-channel = Channel
request-state = State
request-last = Answer by
request-clock = Clock
request-closed-at = Closed
request-who = Who and what
request-found = Data found
request-nothing = No system holds data under this address.
request-decide = Decide
request-approve = Grant the request
request-run = Carry out and answer now
request-extend = Extend the deadline
request-extend-text = Once, and within the first month only: two more months where the request is complex or there are many (Art. 12(3) GDPR).
request-extend-button = Extend and tell
request-refuse = Refuse
request-refuse-text = The person learns the reason, the supervisory authority and the way to court (Art. 12(4) GDPR).
request-refuse-button = Refuse and tell
request-package = Download the answer
request-steps = Steps
request-past = Course
request-unconfirmed = not confirmed
request-open = to be decided
request-approved = to be carried out
request-done = done
request-refused = refused
request-withdrawn = taken back
request-new-title = Enter a request
request-new-lead = For requests that came by e-mail, letter, telephone or in person. The clock runs from receipt, not from today.
request-enter = Enter the request
clock-left = { $days ->
    [0] today
    [one] one day left
   *[other] { $days } days left
}
clock-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
day-received = Received on
day-target = Target: answer by
day-safe = End of the month without moving to a working day
day-last = Last day by law
day-extension = Tell an extension by
day-extended = Last day after the extension
extension-reason = Reason for the extension
refusal-reason = Reason for the refusal
identity = Identity
identity-open = Not confirmed yet. The person has not used the link in their e-mail.
identity-mail = Confirmed by the link to the e-mail address.
identity-vouched = Entered and confirmed at the desk.
identity-choose-mail = The person shall confirm the request by a link to their e-mail address.
identity-choose-vouched = I have checked that the request comes from this person.
channel-portal = form
channel-mail = e-mail
channel-post = letter
channel-phone = telephone
channel-in-person = in person
effect-access = The person gets a package with everything that Art. 15 asks for and a copy of their data, available for 30 days.
effect-rectification = The detail is changed in every system that holds it. Recipients must be told afterwards.
effect-erasure = The data is erased in all systems. What must still be kept is blocked until then. Recipients must be told afterwards.
effect-restriction = The data is blocked: stored but no longer used. Recipients must be told afterwards.
effect-portability = The person gets the data that they gave themselves, as JSON and CSV.
effect-objection = What rests on a legitimate interest alone is erased. The address is blocked for advertising.
effect-withdrawal = What rests on the consent alone is erased. The proof of consent stays under its own period.
found-activity = Processing
found-system = System
found-count = Records
found-since = Since
change-of = { $field } shall be
letters = Letters
letters-preview = What the letters to the person say
letter-done = Done
letter-refused = Refusal
letter-extended = Extension
tell-title = Tell the recipients
tell-text = Whoever received the data must learn of the change (Art. 19 GDPR). Note here whom you have told.
tell-button = { $name } has been told
told = told
field-email = E-mail address
field-name = Name
field-details = What the person writes
field-language = Language of the answer
field-reason = Reason
field-correct = Detail to be corrected
field-value = Correct value
hint-email = The data is looked for under this address.
hint-received = The day on which the request reached you.
hint-correct = For a rectification only.
hint-correct-approve = Fill this in only to enter something other than what was asked.
hint-reason = The person reads this text. Write it in their language ({ $language }).
fault-right = Right: please choose one.
fault-channel = Channel: please choose one.
fault-language = Language: please choose a language of the website.
fault-date = Received: this is not a date.
fault-received = Received: the day is in the future or more than a year ago.
fault-field = Detail: please choose what is to be corrected.
fault-value = Correct value: please fill in this field.
fault-reason = Reason: please give it in a sentence.
fault-extension = Reason: the deadline can no longer be extended. That is possible once, and within the first month only.

## cases
cases-title = Contact cases
cases-caption = Newest first
cases-none = There are no cases.
case-title = Contact case
case-from = From
case-open = unanswered
case-answered = answered
case-closed = closed
case-restricted = blocked
case-write = Write an e-mail
case-answered-button = Note as answered
case-closed-button = Close
case-reopen-button = Open again
record-times = Times
record-more = Hold back or erase
record-erased-on = Will be erased on
record-erased-open = Still open: the event that starts the period has not happened.
event-received = Received
event-answered = Answered
event-closed = Closed
event-procedure-ended = Procedure over
event-consent-given = Consent given
event-consent-withdrawn = Consent withdrawn
event-confirmed = Confirmed
event-unsubscribed = Unsubscribed
hold = held back
held = { $reason }, review on { $day }
hold-open = Hold back
hold-text = The data is not erased but blocked until the reason is gone. A missed review erases nothing; it is reported.
hold-reason = Reason
hold-review = Next review
hold-button = Hold back
hold-legal-claims = Legal claims
hold-dispute = Dispute
hold-authority = Proceedings of an authority
hold-security-incident = Security incident
fault-hold-reason = Reason: please choose one.
fault-review = Review: please name a day within the coming year.

## applications
applications-title = Applications
applications-none = There are no applications.
applications-not-named = Your login is not among the readers of any application. The declaration of the website names who may read.
applications-logged = Every time an application or a file is opened, it is recorded.
applications-pool = Talent pool
applications-open = Speculative applications
application-title = Application
application-files = Files
application-files-text = Files are downloaded and never opened in the browser.
application-running = running
application-ended = over
application-pool = in the pool
application-restricted = blocked
application-end = End the procedure
application-pool-button = Move to the talent pool
application-withdrawn = Withdrawn: erase
file-size = { $size } KB

## newsletter
newsletter-title = Newsletter
newsletter-active = Readers
newsletter-unconfirmed = Not confirmed yet
newsletter-proofs = Proofs of consent
newsletter-blocked = Blocked addresses (as check values only)
block-title = Take an address off or block it
block-text = For those who unsubscribe by telephone or letter, and for addresses that bounce. Other data of the person stays as it is.
block-action = What shall happen?
block-remove = Take off the list
block-block = Take off the list and block
block-lift = Lift the block
block-reason-hint = Not possible without a reason; it is recorded.
block-reason-objection-by-phone = Objection by telephone
block-reason-objection-by-mail = Objection by e-mail or letter
block-reason-bounces = Undeliverable
block-reason-wrong-address = Wrong address
block-reason-abuse = Abuse
block-reason-asked-to-return = The person wants the newsletter again
block-button = Do it
import-title = Take over a list with consents
import-text = For people who agreed elsewhere. Every row needs its proof; if one has none, the whole list is refused. Blocked addresses stay blocked.
import-rows = Rows as CSV
import-hint = First line: email;agreed_on;wording;source. agreed_on is the day of the consent, wording its exact words, source the place where it was given.
import-button = Check and take over
fault-import = Refused, nothing was taken over. These rows have no proof: { $rows }.
fault-action = What shall happen: please choose.
fault-block-reason = Reason: please choose one.

## due
due-title = Erasure
due-lead = What the keeping rules have reached and will reach within the next 90 days.
due-caption = Keeping rules
due-what = Data
due-rule = Rule
due-in = { $days ->
    [0] Today
   *[other] In { $days } days
}
due-unknown = This system is not connected.
sweep-try = Try it
sweep-run = Erase now
sweep-dry = Trial: nothing was changed
sweep-done = Done
sweep-nothing = Nothing is due.
sweep-would = { $count ->
    [one] one record is due
   *[other] { $count } records are due
}
sweep-did = { $count ->
    [one] one record
   *[other] { $count } records
}
sweep-failed = did not work; the next run tries again
holds-title = Data held back
holds-none = Nothing is held back.
hold-line = { $count ->
    [one] One record, since { $opened }, opened by { $owner }.
   *[other] { $count } records, since { $opened }, opened by { $owner }.
}
hold-review-on = Next review on { $day }.
hold-missed = The review was due on { $day }.
hold-next = Next review
hold-reviewed = Reviewed, stays
hold-release = Release

## promises and evidence
promises-title = Promises
promises-filter = By state
promises-all = All
promise-sentence = Promise
promise-why = Why
status-kept = kept
status-at-risk = at risk
status-broken = broken
status-unexercised = not yet called for
status-attested = attested
status-outside = not kept by Zweck
why-outside = not kept by Zweck
why-breaches = { $count ->
    [one] one breach on record
   *[other] { $count } breaches on record
}
why-shown = { $count ->
    [one] shown once
   *[other] shown { $count } times
}
why-nothing = nothing has happened yet that would show it
why-nobody = nobody has attested it yet
why-lapsed = attested by { $who }; the review was due on { $day }
why-attested = attested by { $who } until { $day }
why-system = the system { $who } is not connected
why-overdue = { $count ->
    [one] one record is past its period
   *[other] { $count } records are past their period
}
why-due = { $count ->
    [one] one record is due and not yet swept
   *[other] { $count } records are due and not yet swept
}
why-within = { $count ->
    [0] no record past its period
    [one] one record within its period
   *[other] { $count } records within their period
}
why-empty = no record yet
why-audit-broken = an audit saw it before consent or after refusal
why-audit-kept = the last audit saw nothing before consent
why-audit-none = no audit yet
why-late = { $count ->
    [one] one request is past its deadline
   *[other] { $count } requests are past their deadline
}
why-urgent = a request is due within a week
why-review = the review of a hold is past due
chain-whole = The chain of evidence is whole: { $entries ->
    [one] one entry
   *[other] { $entries } entries
}, { $checkpoints ->
    [one] one signature
   *[other] { $checkpoints } signatures
}.
chain-broken = The chain of evidence is damaged.
entry = Entry { $number }
evidence-title = Evidence
evidence-lead = What happened, without data of persons. Every entry hangs on the one before; a change shows.
evidence-verify = Verify the chain
evidence-head = Last entry
evidence-points = Signatures
evidence-last-point = the last one after entry { $seq }
evidence-caption = Newest first
evidence-number = No.
evidence-when = When
evidence-event = What
evidence-promises = Promises
evidence-detail = Details
evidence-of-record = only this case
evidence-all = All evidence

## outbox
outbox-title = Outbox
outbox-local = There is no mail server. All e-mails stay here and can be read here.
outbox-smtp = E-mails go out through the mail server; after that their contents are erased here.
outbox-caption = Newest first
outbox-none = There are no e-mails.
mail-title = E-mail
mail-what = About
mail-to = To
mail-subject = Subject
mail-since = Made
mail-queued = waiting
mail-held = kept here
mail-sent = sent
mail-failed = undeliverable
mail-gone = The contents are erased.
template-rights-confirm = Request: please confirm
template-rights-received = Request: received
template-rights-extended = Request: extended
template-rights-refused = Request: refused
template-rights-done = Request: done
template-contact-received = Contact: received
template-applications-received = Application: received
template-newsletter-confirm = Newsletter: please confirm
template-newsletter-known = Newsletter: already subscribed
template-newsletter-welcome = Newsletter: welcome
template-newsletter-farewell = Newsletter: left
template-newsletter-issue = Newsletter: issue

## documents
documents-title = Documents
documents-lead = As the declaration has them today. The record of processing is not public; you show it to the supervisory authority when it asks.
document-notice = Privacy notice
document-imprint = Imprint
document-cookies = Cookies
document-record = Record of processing activities

## events and systems in words
system-store = built-in store
system-logs = server logs
step-changed = { $count ->
    [one] one record changed or erased
   *[other] { $count } records changed or erased
}{ $restricted ->
    [0] {""}
    [one] , one blocked
   *[other] , { $restricted } blocked
}
step-exported = { $count ->
    [one] one record handed over
   *[other] { $count } records handed over
}
did-request-received = Request received
did-request-confirmed = Confirmed by the person
did-request-approved = Request granted
did-request-refused = Refused
did-request-extended = Deadline extended
did-request-withdrawn = Taken back
did-request-lapsed = Never confirmed, erased
did-request-done = Carried out and answered
did-recipient-told = Recipient told
did-marketing-stopped = Advertising stopped
did-system-erased = Erased in the system
did-system-corrected = Corrected in the system
did-system-restricted = Blocked in the system
did-record-changed = Details changed
did-records-erased = Erased by rule
did-records-anonymised = Anonymised by rule
did-records-restricted = Blocked by rule
did-records-moved = Moved by rule
did-hold-opened = Held back
did-hold-closed = Released
did-hold-reviewed = Hold reviewed
did-hold-review-missed = Review missed
did-contact-received = Contact case received
did-contact-answered = Contact case answered
did-contact-closed = Contact case closed
did-contact-reopened = Contact case opened again
did-applications-received = Application received
did-applications-read = Application opened
did-applications-file-read = File of an application opened
did-applications-ended = Procedure over
did-applications-pool-consent = Consent to the talent pool
did-applications-pooled = Moved to the talent pool
did-newsletter-ordered = Newsletter ordered
did-newsletter-confirmed = Newsletter confirmed
did-newsletter-left = Newsletter left
did-newsletter-issue = Newsletter sent
did-newsletter-operator = Address taken off or blocked by hand
did-desk-login = Login to the desk
did-desk-first-officer = First account made
did-desk-person-added = Account made
did-desk-person-removed = Account removed
did-desk-person-reset = Password reset
did-desk-password-changed = Password changed
did-desk-factor-changed = Second factor changed
did-desk-sweep = Sweep started by hand
did-desk-erased = Erased by hand
did-desk-request-entered = Request entered by hand
did-desk-package-read = Answer downloaded at the desk

## identity and recipients
request-identity = Ask who it is
request-identity-text = Only on reasonable doubt, and never for a copy of an ID (Art. 12(6) GDPR). The clock goes on.
request-identity-button = Ask
identity-asked = Asked on { $day }.
field-doubt = What do you doubt, and what would help?
letter-identity = Question about identity
clock-telling = tell the recipients
done-identity = The question is on its way. The clock goes on.
done-ran-tell = The request is carried out and answered. It stays open until all recipients are told.
template-rights-identity = Request: a question
did-request-identity-asked = Asked about identity
did-request-blocked = Data blocked until the decision
did-request-unblocked = Block lifted
did-system-lifted = Block lifted in the system
did-consent-recorded = Consent choice recorded
did-gate-seen-closed = Audit: nothing before consent
did-gate-seen-open = Audit: service seen before consent
did-logs-checked = Logs checked
did-logs-held = Logs held back
did-logs-released = Logs released
did-store-restored = Backup restored
did-store-replayed = Erasures since the backup replayed
did-applications-denied = Access to an application denied
