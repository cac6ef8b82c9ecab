title = Kundenbetreuung
purpose = Wir halten fest, was wir mit Ihnen besprochen und Ihnen angeboten haben, damit wir Ihr Anliegen ohne Nachfragen fortführen können.
interest = Anfragen und Angebote im Zusammenhang zu bearbeiten
records = Ihr Eintrag in unserer Kundenverwaltung
provision-effect = Ohne Kontaktdaten können wir Ihr Anliegen nicht weiterverfolgen.
glance = Kontakte, Angebote und Schriftwechsel führen wir an einem Ort.
promise-governance-purpose-binding = Jede Abteilung sieht nur die Angaben, die sie für ihre Aufgabe braucht.
promise-contact-case-record = Anfrage, Antwort und Termin stehen in einem Vorgang.
