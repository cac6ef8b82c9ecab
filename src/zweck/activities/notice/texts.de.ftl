title = Diese Datenschutzhinweise
purpose = Wir informieren Sie, was mit Ihren Daten geschieht, und halten diese Hinweise aktuell.
records = Angaben zum Lesen dieser Hinweise
glance = Jede Fassung dieser Hinweise trägt ein Datum und bleibt lesbar.
promise-versioned = Jede Fassung trägt ein Datum; ältere Fassungen bleiben lesbar, und Änderungen gelten nur für die Zukunft.
promise-reference-language = Liegen diese Hinweise in mehreren Sprachen vor, sagen wir, welche Fassung maßgeblich ist.
promise-change-mail = Wichtige Änderungen teilen wir registrierten Nutzerinnen und Nutzern einmal per E-Mail mit, ohne Werbung.
