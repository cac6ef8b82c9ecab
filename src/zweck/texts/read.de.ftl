# Was `zweck read` sagt: im Terminal und auf der Seite zum Ansehen.

page-title = Gelesen: { $name }
pages-title = Gelesen: { $count } Datenschutzhinweise
skip = Zum Inhalt
lead = So hat Zweck die Hinweise verstanden: Das Gelesene ist im Text markiert, die Befunde stehen daneben.
index = Dokumente
unreadable = Nicht gelesen
overview = Auf einen Blick
understood = Verstanden
notice = Text und Befunde
whole = Zum ganzen Text
findings = Befunde
findings-none = Keine Befunde.
finding-number = Befund { $number }
finding-count = { $count ->
    [one] 1 Befund
   *[other] { $count } Befunde
}
of-which-certain = davon { $count } sicher
to-words = Zu den Worten
line = Zeile { $line }
lines = Zeilen { $first }–{ $last }
unplaced = Nicht zugeordnet
unplaced-count = { $count ->
    [one] 1 Zeile nicht zugeordnet
   *[other] { $count } Zeilen nicht zugeordnet
}
unplaced-lead = Diese Zeilen gehören zu keinem Abschnitt, den Zweck versteht, und enthalten keinen gelesenen Wert.
show-marks = Im Text zeigen
language-de = Deutsch
language-en = Englisch
words = Worte im Text
mend = Abhilfe
general = allgemein
none = nicht gefunden
officer-present = genannt
officer-none = laut Text nicht benannt
until-event = bis zu einem Ereignis
unlimited = unbegrenzt
session = Sitzung
no-safeguard = ohne genannte Garantie

kind-controller = Verantwortlicher
kind-officer = Datenschutzbeauftragter
kind-activity = Tätigkeit
kind-service = Dienst
kind-basis = Rechtsgrundlage
kind-period = Speicherdauer
kind-cookie = Cookie
kind-right = Betroffenenrecht
kind-transfer = Drittland

some-activity = Tätigkeiten
some-service = Dienste
some-basis = Rechtsgrundlagen
some-period = Speicherdauern
some-cookie = Cookies
some-right = Betroffenenrechte
some-transfer = Drittländer

tag-controller = Verantwortlicher
tag-officer = Beauftragter
tag-service = Dienst
tag-basis = Grundlage
tag-period = Dauer
tag-cookie = Cookie
tag-right = Recht
tag-transfer = Drittland

severity-block = Sperre
severity-error = Fehler
severity-warn = Warnung
severity-info = Hinweis
certainty-certain = sicher
certainty-arguable = strittig
certainty-page = an der Seite prüfen
standing-observed = beobachtet
standing-inferred = gefolgert
standing-lawyer = juristisch zu prüfen
