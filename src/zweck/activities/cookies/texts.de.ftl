title = Cookies und Speicher auf Ihrem Gerät
purpose = Wir merken uns auf Ihrem Gerät nur, was die Seite braucht, die Sie aufgerufen haben.
interest = eine Website, die auf Ihrem Gerät so funktioniert, wie Sie es erwarten
records = Inhalte notwendiger Cookies auf unserem Server
glance = Ohne Ihre Einwilligung speichern wir auf Ihrem Gerät nur, was technisch nötig ist.
promise-closed-list = Ohne Ihre Einwilligung speichern wir auf Ihrem Gerät nur, was in der Cookie-Tabelle unter „Notwendig“ steht.
promise-as-declared = Jeder Eintrag hat den Anbieter und die Lebensdauer, die in der Cookie-Tabelle stehen.
promise-usable-without = Sie können die Website lesen und das Kontaktformular nutzen, auch wenn Sie alle Cookies ablehnen.
