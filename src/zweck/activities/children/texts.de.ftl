title = Daten von Kindern
purpose = Wir stellen sicher, dass wir Daten von Kindern nur mit Einwilligung der Erziehungsberechtigten verarbeiten.
records = Daten von Kindern, die uns ohne Einwilligung der Erziehungsberechtigten erreichen
provision-effect = Ohne Angaben zum Kind finden wir die Daten nicht.
glance = Unser Angebot richtet sich nicht an Kinder.
promise-guardian = Daten von Kindern unter { $age } Jahren erheben wir nicht wissentlich ohne Einwilligung der Erziehungsberechtigten.
promise-report = Erziehungsberechtigte können sich an { $email } wenden; wir löschen dann alle Daten des Kindes.
