title = Unsere Auftragsverarbeiter
purpose = Wir lassen einzelne Aufgaben von Unternehmen erledigen, die nur auf unsere Weisung handeln.
interest = Aufgaben an Fachleute zu vergeben, die sie sicher erledigen
records = Zusätzliche Daten über Sie
glance = Wer für uns arbeitet, handelt nur auf unsere Weisung.
promise-instructions = Auftragsverarbeiter handeln nur auf unsere dokumentierte Weisung.
promise-disclosure-recipient-bound = Wer Daten von uns erhält, darf sie nur für den genannten Zweck nutzen.
promise-disclosure-gate = Wir geben Daten nur an die hier genannten Empfänger weiter und nur mit einer Rechtsgrundlage.
