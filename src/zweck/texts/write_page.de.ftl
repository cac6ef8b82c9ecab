own-name = Deutsch
skip = Zum Inhalt
contents = Inhalt
documents = Rechtliche Seiten
languages = Sprachen
notice = Datenschutzerklärung
notice-short = Datenschutz
imprint = Impressum
imprint-short = Impressum
cookies = Cookies und Gerätespeicher
cookies-short = Cookies
record = Verzeichnis der Verarbeitungstätigkeiten
record-short = Verzeichnis
state = Stand: { $day }. Fassung { $version }.
index = Rechtliche Seiten
translation-before = Diese Seite ist eine Übersetzung. Maßgeblich ist die{" "}
translation-link = { $language ->
    [en] englische Fassung
   *[de] deutsche Fassung
}
translation-after = .
services = Dienste anderer Anbieter
layer-back = Zurück zur Datenschutzerklärung
activities = Was wir tun, im Einzelnen
activities-more = Zu jeder Tätigkeit im Einzelnen
services-more = Zu jedem Dienst im Einzelnen
deletion = Löschkonzept
deletion-short = Löschkonzept
processors = Auftragsverarbeiter und Empfänger
processors-short = Empfänger
