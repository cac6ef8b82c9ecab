title = Übermittlung in Drittländer
purpose = Anbieter außerhalb des Europäischen Wirtschaftsraums setzen wir nur ein, wenn das Gesetz die Übermittlung erlaubt.
interest = auch Anbieter mit Sitz außerhalb des Europäischen Wirtschaftsraums einsetzen zu können
records = Zusätzliche Daten über Sie
glance = Bei jedem Empfänger außerhalb des Europäischen Wirtschaftsraums steht, auf welcher Grundlage wir ihm Daten übermitteln.
promise-safeguard-required = Ohne Grundlage nach Art. 44 bis 49 DSGVO übermitteln wir nichts in ein Drittland; welche gilt, steht bei jedem Empfänger.
promise-scc = Eine Kopie der Standardvertragsklauseln, auf die wir uns stützen, erhalten Sie auf Anfrage.
