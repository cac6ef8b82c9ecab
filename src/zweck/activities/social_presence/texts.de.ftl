title = Unsere Profile in sozialen Netzwerken
purpose = Wir informieren in sozialen Netzwerken über unsere Arbeit, antworten auf Nachrichten und sehen zusammengefasste Statistiken.
interest = dort zu informieren und zu antworten, wo Menschen nach uns suchen
records = Nachrichten und Kommentare auf unseren Profilen
provision-effect = Alles, was wir dort sagen, erfahren Sie auch ohne Profil auf dieser Website.
glance = Für unsere Profile sind wir gemeinsam mit dem jeweiligen Netzwerk verantwortlich.
promise-disclosure-joint-control = Mit jedem Netzwerk haben wir vereinbart, wer welche Pflichten erfüllt (Art. 26 DSGVO); den Kern der Vereinbarung nennen wir hier.
promise-rights-forward-joint = Anfragen zu Ihren Rechten, die das Netzwerk betreffen, leiten wir an das Netzwerk weiter.
