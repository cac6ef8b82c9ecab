title = Versand
purpose = Wir liefern Ihnen die bestellte Ware.
records = Lieferdaten
provision-effect = Ohne Anschrift können wir nicht liefern.
glance = Das Transportunternehmen erhält nur, was es für die Lieferung braucht.
promise-disclosure-minimal-fields = Wer für uns liefert, erhält nur Ihren Namen, Ihre Lieferanschrift und die Angaben zur Sendung.
promise-disclosure-carrier-contact = Ihre E-Mail-Adresse erhält das Transportunternehmen nur, wenn Sie in die Ankündigung per E-Mail eingewilligt haben (Art. 6 Abs. 1 Buchst. a DSGVO).
promise-disclosure-dropshipping = Versendet ein Händler die Ware direkt, erhält er nur Ihren Namen, Ihre Lieferanschrift und die Bestellnummer. Ihre Telefonnummer erhält er nur, wenn die Spedition einen Termin vereinbaren muss.
