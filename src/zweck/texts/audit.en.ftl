state-before = before
state-rejected = rejected
state-accepted = accepted
state-withdrawn = withdrawn
state-gpc = Global Privacy Control
counts = { $hosts ->
    [one] { $hosts } third-party host
   *[other] { $hosts } third-party hosts
}, { $cookies ->
    [one] { $cookies } cookie
   *[other] { $cookies } cookies
}, { $entries ->
    [one] { $entries } storage entry
   *[other] { $entries } storage entries
}
not-reached = not reached: no way found to make this choice
verdict-in-line = In line: the site does what its declaration says.
verdict-drift = Drift: the site does what its declaration does not say.
verdict-incomplete = Incomplete: not every state could be reached, so nothing is said about it.
title = Audit of { $url }
findings = Findings
seen = What was seen
nothing = Nothing was found that the declaration does not cover.
mend = Mend
accepted-until = accepted until { $until }: { $reason }
expired = No longer accepted, counts again: { $entry }
unused = The baseline accepts what was not found; remove it: { $entry }
mend-incomplete = Run the audit again; name the way to the choice if the banner was not found.
accepted = Accepted
rule-declared-not-seen = A declared service was not seen
rule-audit-incomplete = A part of the audit could not be done
