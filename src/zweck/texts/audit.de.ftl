state-before = vor der Wahl
state-rejected = abgelehnt
state-accepted = zugestimmt
state-withdrawn = widerrufen
state-gpc = Global Privacy Control
counts = { $hosts ->
    [one] { $hosts } fremder Server
   *[other] { $hosts } fremde Server
}, { $cookies ->
    [one] { $cookies } Cookie
   *[other] { $cookies } Cookies
}, { $entries ->
    [one] { $entries } Speichereintrag
   *[other] { $entries } Speichereinträge
}
not-reached = nicht erreicht: Es fand sich kein Weg, diese Wahl zu treffen
verdict-in-line = Stimmt überein: Die Website tut, was ihre Erklärung sagt.
verdict-drift = Abweichung: Die Website tut, was ihre Erklärung nicht sagt.
verdict-incomplete = Unvollständig: Nicht jeder Zustand war erreichbar; über ihn ist nichts gesagt.
title = Prüfung von { $url }
findings = Befunde
seen = Was zu sehen war
nothing = Es fand sich nichts, was die Erklärung nicht abdeckt.
mend = Abhilfe
accepted-until = hingenommen bis { $until }: { $reason }
expired = Nicht länger hingenommen, zählt wieder: { $entry }
unused = Die Liste nimmt hin, was sich nicht fand; Eintrag entfernen: { $entry }
mend-incomplete = Prüfung wiederholen; wenn das Banner nicht gefunden wurde, den Weg zur Wahl nennen.
accepted = Hingenommen
rule-declared-not-seen = Ein erklärter Dienst war nicht zu sehen
rule-audit-incomplete = Ein Teil der Prüfung war nicht möglich
