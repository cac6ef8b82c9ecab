title = Hosting und Auslieferung
purpose = Wir lassen die Website auf Servern unserer Anbieter betreiben und schnell und sicher ausliefern.
interest = eine Website, die schnell, sicher und ständig erreichbar ist
records = Daten zur Auslieferung einer Seite
glance = Die Website liegt auf Servern von Anbietern, die nur auf unsere Weisung handeln.
promise-processors-hoster = Mit unseren Hosting-Anbietern haben wir Verträge zur Auftragsverarbeitung; wir nennen sie mit Namen und Land.
