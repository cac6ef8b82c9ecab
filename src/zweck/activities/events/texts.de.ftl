title = Veranstaltungen
purpose = Wir melden Sie zu Veranstaltungen an und führen sie durch.
records = Ihre Anmeldung zu einer Veranstaltung
provision-effect = Ohne Namen und Kontaktdaten können wir keinen Platz reservieren.
glance = Ihre Anmeldung nutzen wir nur für die Veranstaltung.
promise-registration-purpose = Wir nutzen Ihre Anmeldung nur für die Veranstaltung.
