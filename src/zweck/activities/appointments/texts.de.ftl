title = Terminbuchung
purpose = Wir vereinbaren Termine mit Ihnen und bereiten sie vor.
records = Ihr Termin und Ihre Angaben dazu
provision-effect = Ohne Namen und Kontaktdaten können wir keinen Termin zusagen; Sie können auch telefonisch buchen.
glance = Ihre Angaben zur Buchung nutzen wir nur für den Termin.
promise-consent-gate-widgets = Der Kalender lädt erst, wenn Sie ihn öffnen.
promise-purpose = Wir nutzen Ihre Angaben nur für den Termin.
