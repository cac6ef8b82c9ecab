title = Unsere Profile in sozialen Netzwerken
purpose = Wir informieren in sozialen Netzwerken über unsere Arbeit, antworten auf Nachrichten und sehen zusammengefasste Statistiken.
interest = dort zu informieren und zu antworten, wo Menschen nach uns suchen
records = Nachrichten und Kommentare auf unseren Profilen
provision-effect = Sie können uns auch ohne Profil in einem Netzwerk erreichen.
glance = Für unsere Profile sind wir gemeinsam mit dem jeweiligen Netzwerk verantwortlich.
promise-disclosure-joint-control = Mit jedem Netzwerk haben wir vereinbart, wer welche Pflichten erfüllt (Art. 26 DSGVO); das Wesentliche daraus steht hier.
promise-rights-forward-joint = Anfragen zu Ihren Rechten, die das Netzwerk betreffen, leiten wir an das Netzwerk weiter.
