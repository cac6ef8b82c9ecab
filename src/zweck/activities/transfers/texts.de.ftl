title = Übermittlung in Drittländer
purpose = Wir setzen Anbieter außerhalb des Europäischen Wirtschaftsraums nur mit den Garantien ein, die das Gesetz verlangt.
interest = Anbieter einsetzen zu können, die außerhalb des Europäischen Wirtschaftsraums sitzen
records = Eigene Daten über Übermittlungen
glance = Außerhalb des Europäischen Wirtschaftsraums sind Ihre Daten durch Garantien geschützt, die wir bei jedem Empfänger nennen.
promise-safeguard-required = Ohne gültige Garantie übermitteln wir nichts in ein Drittland; welche Garantie gilt, steht bei jedem Empfänger.
promise-scc = Eine Kopie der Standardvertragsklauseln, auf die wir uns stützen, erhalten Sie auf Anfrage.
