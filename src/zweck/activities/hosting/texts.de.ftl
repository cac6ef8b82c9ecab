title = Hosting und Auslieferung
purpose = Wir lassen die Website auf Servern unserer Anbieter betreiben, damit sie schnell und sicher bei Ihnen ankommt.
interest = eine Website, die schnell, sicher und jederzeit erreichbar ist
records = Daten zur Auslieferung einer Seite
glance = Die Website liegt auf Servern von Anbietern, die nur auf unsere Weisung handeln.
promise-processors-hoster = Mit unseren Hosting-Anbietern haben wir Verträge zur Auftragsverarbeitung; hier stehen ihre Namen und Länder.
