title = Diese Datenschutzerklärung
purpose = Wir informieren Sie, was mit Ihren Daten geschieht, und halten diese Erklärung aktuell.
records = Angaben dazu, wer diese Erklärung liest
glance = Jede Fassung dieser Erklärung trägt ein Datum und bleibt lesbar.
promise-versioned = Jede Fassung trägt ein Datum; ältere Fassungen bleiben lesbar, und Änderungen gelten nur für die Zukunft.
promise-reference-language = Liegt diese Erklärung in mehreren Sprachen vor, sagen wir, welche Fassung maßgeblich ist.
promise-change-mail = Wichtige Änderungen teilen wir allen mit einem Konto einmal per E-Mail mit, ohne Werbung.
