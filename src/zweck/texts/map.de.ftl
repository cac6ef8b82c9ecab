# Was `zweck map` sagt: warum eine Spalte vorgeschlagen wird, und der Rahmen des Entwurfs.

name-always = heißt „{ $words }“
name-near = heißt „{ $words }“, in einer solchen Tabelle personenbezogen
name-own = heißt „{ $words }“ in einer Tabelle über Personen
name-free = heißt „{ $words }“: freier Text
name-written = „{ $words }“, wo Menschen schreiben
table-person = die Tabelle handelt von Personen
table-linked = ihre Zeilen verweisen auf eine Person
table-thing = aber die Tabelle handelt von Sachen
table-operator = aber die Tabelle handelt vom Betreiber, von einer Firma oder vom Programm
value-email = Stichproben sind E-Mail-Adressen
value-phone = Stichproben sehen aus wie Telefonnummern
value-ip = Stichproben sind IP-Adressen
value-iban = Stichproben sind gültige IBAN
value-street = Stichproben sehen aus wie Straßen mit Hausnummer
value-postcode = Stichproben sehen aus wie Postleitzahlen
value-birth-date = Stichproben sehen aus wie Geburtsdaten
value-free-text = Stichproben sind Sätze
draft-head = Ein Entwurf von `zweck map`: { $tables } Tabellen mit { $columns } Spalten, die personenbezogene Daten enthalten können. Prüfen Sie jede Zeile; dahinter stehen Sicherheit und Grund.
draft-sampled = Stichproben der Werte wurden angesehen, aber nicht aufbewahrt.
draft-unsampled = Kein Wert wurde gelesen; --samples sieht einige Zeilen an.
draft-activities = Genannte Tätigkeiten: { $names }. Erklären Sie sie, oder nennen Sie Ihre.
draft-url = setzen Sie diese Variable; das Passwort gehört nie hierher
draft-unsure = unsicher, nicht in der Zuordnung: { $column } ({ $confidence }: { $reason })
draft-path-declared = Fremdschlüssel
draft-path-inferred = Pfad aus den Namen, { $confidence }
draft-path-unsaid = Der Pfad über { $columns } lässt sich nicht als `through` schreiben; sagen Sie ihn von Hand.
draft-no-path = Kein Pfad zu einer Person gefunden; nennen Sie `subject` oder `through`, oder beantworten Sie diese Tabelle von Hand.
draft-station = auf dem Weg zur Person
draft-activity = Tätigkeit aus dem Namen der Tabelle geraten, { $confidence }
draft-none = In { $tables } Tabellen wurde nichts gefunden, was nach personenbezogenen Daten aussieht.
show-head = { $tables } von { $all } Tabellen haben Spalten, die personenbezogen sein können: { $columns } Spalten.
show-views = { $count } Sichten bleiben weg: Ihre Zeilen liegen in den Tabellen.
show-parts = { $count } Partitionen bleiben weg: Ihre Haupttabelle steht für sie.
show-wrote = { $file } geschrieben
picture-title = Wo die Datenbank personenbezogene Daten hat
picture-desc = { $tables } Tabellen mit personenbezogenen Daten und { $links } Pfade zwischen ihnen.
picture-person = sagt, wer es ist
picture-columns = { $count ->
    [one] 1 Spalte
   *[other] { $count } Spalten
}
picture-arrow = { $child } verweist auf { $parent }
picture-arrow-inferred = { $child } verweist wohl auf { $parent } (aus den Namen)
picture-legend-declared = Fremdschlüssel
picture-legend-inferred = aus den Namen
map-undeclared-column = { $table }.{ $column } kann personenbezogene Daten enthalten ({ $category }, { $confidence }: { $reason }), und keine Tätigkeit erklärt sie.
    .mend = Ergänzen Sie sie unter `data` von systems.{ $system }.tables.{ $table }.
map-vanished-table = Die Zuordnung nennt die Tabelle { $table }, die die Datenbank nicht hat.
    .mend = Berichtigen Sie den Namen, oder streichen Sie sie aus systems.{ $system }.tables.
map-vanished-column = Die Zuordnung nennt { $table }.{ $column }; die Datenbank hat keine solche Spalte.
    .mend = Berichtigen Sie den Namen, oder streichen Sie sie aus der Zuordnung von { $table }.
