title = Bestellungen und Verträge
purpose = Wir erfüllen den Vertrag mit Ihnen, von der Bestellung über die Lieferung bis zur Gewährleistung.
records = Ihre Bestellung und die Unterlagen dazu
provision-effect = Ohne diese Angaben können wir den Vertrag nicht schließen oder erfüllen.
glance = Bestelldaten nutzen wir für den Vertrag; danach bewahren wir nur auf, was das Gesetz verlangt.
promise-purpose = Wir nutzen Ihre Bestelldaten nur, um den Vertrag zu erfüllen; dazu gehören Bestätigung, Lieferung, Rechnung und Gewährleistung.
promise-necessity = Wir fragen nur nach dem, was wir für den Vertrag, die Nutzung oder die Abrechnung brauchen.
promise-disclosure-beyond-contract = Bestelldaten erhält nur, wer sie für den Vertrag braucht; für Werbung anderer geben wir sie nicht weiter.
