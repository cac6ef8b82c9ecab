title = Zahlung
purpose = Wir wickeln die Zahlung ab, die Sie gewählt haben, und verbuchen sie.
records = Zahlungsbelege
provision-effect = Ohne Zahlungsdaten steht die gewählte Zahlungsart nicht zur Verfügung.
glance = Karten- und Kontodaten erhält nur der Zahlungsdienstleister.
promise-after-contract = Nach Zahlungsdaten fragen wir erst, wenn ein kostenpflichtiger Vertrag zustande kommt, und nur für die gewählte Zahlungsart.
promise-tls = Zahlungsdaten werden immer verschlüsselt übertragen.
promise-no-card-data = Kartendaten und Kontodaten nimmt der Zahlungsdienstleister selbst entgegen; wir speichern sie nicht.
