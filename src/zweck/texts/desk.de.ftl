# Der Arbeitsplatz: Texte für Datenschutzbeauftragte und alle, die an ihm arbeiten
desk = Datenschutz-Arbeitsplatz
skip = Zum Inhalt springen
navigation = Arbeitsplatz
sites = Weitere Websites
logout = Abmelden
faults = Bitte prüfen Sie Ihre Eingaben
voluntary = freiwillig
actions = Aktionen
older = Ältere anzeigen
back-start = Zur Startseite
erase = Löschen
erase-sure = Die Daten werden sofort und endgültig gelöscht. Wirklich?
breach = Verstoß

## areas
area-today = Heute
area-requests = Anträge
area-cases = Kontaktanfragen
area-applications = Bewerbungen
area-newsletter = Newsletter
area-due = Löschung
area-promises = Zusagen
area-evidence = Nachweise
area-outbox = Postausgang
area-documents = Dokumente
area-people = Zugänge
area-account = Mein Zugang
role-officer = Datenschutz
role-officer-text = sieht alles und entscheidet über Anträge
role-recruiter = Personal
role-recruiter-text = sieht nur Bewerbungen, und nur, wenn der Login in der Erklärung unter readers steht
role-reader = Einsicht
role-reader-text = sieht Zusagen, Nachweise und Dokumente, aber keine Daten von Personen

## door
login-title = Anmelden
login = Anmelden
login-wrong = Login, Passwort oder Code stimmen nicht.
login-often = Zu viele Versuche. Bitte warten Sie eine Viertelstunde.
login-unsafe = Diese Verbindung ist nicht verschlüsselt. Bitte öffnen Sie den Arbeitsplatz über https.
login-empty = Es gibt noch keinen Zugang. Den ersten legen Sie mit dem Link an, den der Server beim Start ausgibt.
setup-title = Ersten Zugang anlegen
setup-lead = Dieser Zugang darf alles: Anträge entscheiden, Löschungen auslösen, weitere Zugänge anlegen. Bei mehreren Websites gilt er für alle, die noch keinen haben.
setup-button = Zugang anlegen
setup-over = Dieser Link gilt nicht mehr: Der erste Zugang ist schon angelegt. Bitte melden Sie sich an.
field-login = Login
hint-login = Zum Beispiel die dienstliche E-Mail-Adresse.
field-password = Passwort
hint-password = Mindestens zwölf Zeichen. Ein Satz ist leichter zu merken und schwerer zu erraten als ein Wort.
field-code = Code
hint-code = Nur wenn Sie einen zweiten Faktor eingerichtet haben.
field-code-now = Code aus der App
field-old-password = Bisheriges Passwort
field-new-password = Neues Passwort
fault-login = Login: Bitte ausfüllen.
fault-login-known = Login: Diesen Zugang gibt es schon.
fault-password = Passwort: Es braucht mindestens { $count } Zeichen.
fault-old-password = Bisheriges Passwort: Es stimmt nicht.
fault-code = Code: Er passt nicht. Bitte prüfen Sie die Uhr Ihres Telefons.
fault-role = Rolle: Bitte wählen Sie eine.
fault-remove-self = Den eigenen Zugang kann man nicht entfernen. So bleibt immer jemand, der hineinkommt.
refused-title = Das geht nicht
refused-role = Ihre Rolle hat hier keinen Zutritt.
refused-unknown = Das gibt es nicht oder nicht mehr.
refused-rule = Eine Zusage oder eine Sperre verbietet das. Es wurde nichts geändert.
account-title = Mein Zugang
account-password = Passwort ändern
account-password-button = Passwort ändern
account-factor = Zweiter Faktor
factor-on = eingeschaltet
factor-text = Mit einem Code aus einer App reicht ein gestohlenes Passwort nicht aus. Geben Sie diesen Schlüssel in Ihre App ein:
factor-open = In der App auf diesem Gerät öffnen
factor-button = Zweiten Faktor einschalten
factor-off-button = Zweiten Faktor ausschalten
people-title = Zugänge
people-caption = Wer hier arbeiten darf
people-seen = Zuletzt angemeldet
people-you = Das sind Sie
people-reset = Neues Passwort
people-reset-of = Neues Passwort für { $login }
people-remove = Entfernen
people-remove-of = { $login } entfernen
people-add = Zugang hinzufügen
people-add-button = Zugang anlegen
people-fresh = Das Passwort für { $login }:
people-fresh-once = Es erscheint nur dieses eine Mal. Geben Sie es persönlich weiter; nach der ersten Anmeldung sollte es geändert werden.
field-role = Rolle

## done
done-factor = Der zweite Faktor ist geändert.
done-removed = Der Zugang ist entfernt.
done-entered = Der Antrag ist erfasst.
done-approved = Sie haben dem Antrag entsprochen. Jetzt kann er ausgeführt werden.
done-ran = Der Antrag ist ausgeführt und beantwortet.
done-refused = Der Antrag ist abgelehnt. Die Begründung ist unterwegs.
done-extended = Die Frist ist verlängert. Die Begründung ist unterwegs.
done-told = Vermerkt.
done-answered = Als beantwortet vermerkt.
done-closed = Abgeschlossen. Die Löschfrist läuft.
done-reopened = Wieder geöffnet.
done-erased = Gelöscht.
done-held = Die Daten sind zurückgehalten und gesperrt.
done-ended = Das Verfahren ist beendet. Die Löschfrist läuft.
done-pooled = In den Talentpool übernommen.
done-newsletter-remove = Die Adresse steht nicht mehr auf der Liste.
done-newsletter-block = Die Adresse steht nicht mehr auf der Liste und bleibt gesperrt.
done-newsletter-lift = Die Sperre ist aufgehoben. An diese Adresse kann wieder ein Newsletter gehen, sobald sie bestätigt wird.
done-newsletter-import = Die Liste ist übernommen.
done-reviewed = Die nächste Prüfung ist vermerkt.
done-released = Freigegeben. Die nächste Löschung tut, was die Regel sagt.

## today
today-title = Heute
tile-requests = { $count ->
    [one] offener Antrag
   *[other] offene Anträge
}
tile-cases = { $count ->
    [one] unbeantwortete Anfrage
   *[other] unbeantwortete Anfragen
}
tile-due = { $count ->
    [one] Datensatz fällig
   *[other] Datensätze fällig
}
tile-promises = { $count ->
    [one] Zusage gefährdet oder gebrochen
   *[other] Zusagen gefährdet oder gebrochen
}
today-requests = Offene Anträge
today-no-requests = Kein Antrag ist offen.
today-more = { $count } weitere ansehen
today-cases = Kontaktanfragen
today-cases-open = { $count ->
    [one] Eine Anfrage wartet seit dem { $day }.
   *[other] { $count } Anfragen warten, die älteste seit dem { $day }.
}
today-cases-go = Anfragen ansehen
today-no-cases = Alle Anfragen sind beantwortet.
today-due = Was die Löschung heute tut
today-due-line = { $count ->
    [one] ein Datensatz, eingegangen am { $day }
   *[other] { $count } Datensätze, der älteste vom { $day }
}
today-due-go = Ansehen oder jetzt löschen
today-no-due = Nichts ist fällig.
today-reviews = Zurückgehaltene Daten
today-reviews-open = { $count ->
    [one] Eine Prüfung steht an.
   *[other] { $count } Prüfungen stehen an.
}
today-reviews-go = Prüfen
today-no-reviews = In den nächsten 14 Tagen steht keine Prüfung an.
today-failed = { $count ->
    [one] Eine E-Mail ging nicht hinaus.
   *[other] { $count } E-Mails gingen nicht hinaus.
}
today-promises = Zusagen, um die sich jemand kümmern muss
today-no-promises = { $count ->
    [one] Keine Zusage ist gefährdet. Eine ist nachweislich gehalten.
   *[other] Keine Zusage ist gefährdet. { $count } sind nachweislich gehalten.
}

## requests
requests-title = Anträge betroffener Personen
requests-new = Antrag erfassen
requests-open = Offen
requests-closed = Abgeschlossen
requests-waiting = { $count ->
    [one] Ein Antrag wartet noch auf die Bestätigung der Person.
   *[other] { $count } Anträge warten noch auf die Bestätigung der Person.
}
request-title = Antrag { $reference }
request-reference = Vorgang
request-right = Recht
request-received = Eingang
request-channel = Weg
request-state = Stand
request-last = Antwort bis
request-clock = Frist
request-closed-at = Abgeschlossen
request-who = Wer und was
request-found = Gefundene Daten
request-nothing = In keinem System liegen Daten unter dieser Adresse.
request-decide = Entscheiden
request-approve = Dem Antrag entsprechen
request-run = Jetzt ausführen und antworten
request-extend = Frist verlängern
request-extend-text = Nur einmal und nur im ersten Monat: zwei weitere Monate, wenn der Antrag komplex ist oder viele Anträge vorliegen (Art. 12 Abs. 3 DSGVO).
request-extend-button = Verlängern und mitteilen
request-refuse = Ablehnen
request-refuse-text = Die Person erfährt den Grund, die Aufsichtsbehörde und den Weg zum Gericht (Art. 12 Abs. 4 DSGVO).
request-refuse-button = Ablehnen und mitteilen
request-package = Antwort herunterladen
request-steps = Schritte
request-past = Verlauf
request-unconfirmed = nicht bestätigt
request-open = zu entscheiden
request-approved = auszuführen
request-done = erledigt
request-refused = abgelehnt
request-withdrawn = zurückgenommen
request-new-title = Antrag erfassen
request-new-lead = Für Anträge, die per E-Mail, Brief, Telefon oder persönlich gekommen sind. Die Frist läuft ab dem Eingang, nicht ab heute.
request-enter = Antrag erfassen
clock-left = { $days ->
    [0] heute
    [one] noch ein Tag
   *[other] noch { $days } Tage
}
clock-late = { $days ->
    [one] einen Tag zu spät
   *[other] { $days } Tage zu spät
}
day-received = Eingegangen am
day-target = Ziel: antworten bis
day-safe = Monatsende ohne Verschiebung auf einen Werktag
day-last = Letzter Tag nach dem Gesetz
day-extension = Verlängerung mitteilen bis
day-extended = Letzter Tag nach der Verlängerung
extension-reason = Grund der Verlängerung
refusal-reason = Grund der Ablehnung
identity = Identität
identity-open = Noch nicht bestätigt. Die Person hat den Link in ihrer E-Mail nicht benutzt.
identity-mail = Bestätigt über den Link an die E-Mail-Adresse.
identity-vouched = Vom Arbeitsplatz aus erfasst und bestätigt.
identity-choose-mail = Die Person soll den Antrag über einen Link an ihre E-Mail-Adresse bestätigen.
identity-choose-vouched = Ich habe geprüft, dass der Antrag von dieser Person kommt.
channel-portal = Formular
channel-mail = E-Mail
channel-post = Brief
channel-phone = Telefon
channel-in-person = persönlich
effect-access = Die Person erhält ein Paket mit allen Angaben nach Art. 15 und einer Kopie ihrer Daten, 30 Tage lang abrufbar.
effect-rectification = Die Angabe wird in jedem System geändert, das sie enthält. Empfänger sind danach zu informieren.
effect-erasure = Die Daten werden in allen Systemen gelöscht. Was noch aufbewahrt werden muss, wird bis dahin gesperrt. Empfänger sind danach zu informieren.
effect-restriction = Die Daten werden gesperrt: gespeichert, aber nicht mehr genutzt. Empfänger sind danach zu informieren.
effect-portability = Die Person erhält die Daten, die sie selbst gegeben hat, als JSON und CSV.
effect-objection = Was nur auf einem berechtigten Interesse beruht, wird gelöscht. Die Adresse wird für Werbung gesperrt.
effect-withdrawal = Was nur auf der Einwilligung beruht, wird gelöscht. Der Nachweis der Einwilligung bleibt unter seiner eigenen Frist.
found-activity = Verarbeitung
found-system = System
found-count = Datensätze
found-since = Seit
change-of = { $field } soll lauten
letters = Briefe
letters-preview = So lauten die Briefe an die Person
letter-done = Erledigt
letter-refused = Ablehnung
letter-extended = Verlängerung
tell-title = Empfänger informieren
tell-text = Wer die Daten erhalten hat, muss von der Änderung erfahren (Art. 19 DSGVO). Vermerken Sie, wen Sie informiert haben.
tell-button = { $name } ist informiert
told = informiert
field-email = E-Mail-Adresse
field-name = Name
field-details = Was die Person schreibt
field-language = Sprache der Antwort
field-reason = Grund
field-correct = Zu berichtigende Angabe
field-value = Richtiger Wert
hint-email = Unter dieser Adresse werden die Daten gesucht.
hint-received = Der Tag, an dem der Antrag bei Ihnen ankam.
hint-correct = Nur bei einer Berichtigung.
hint-correct-approve = Nur ausfüllen, wenn Sie etwas anderes eintragen als beantragt.
hint-reason = Die Person liest diesen Text. Schreiben Sie ihn in ihrer Sprache ({ $language }).
fault-right = Recht: Bitte wählen Sie eines.
fault-channel = Weg: Bitte wählen Sie einen.
fault-language = Sprache: Bitte wählen Sie eine Sprache der Website.
fault-date = Eingang: Das ist kein Datum.
fault-received = Eingang: Der Tag liegt in der Zukunft oder mehr als ein Jahr zurück.
fault-field = Angabe: Bitte wählen Sie, was berichtigt werden soll.
fault-value = Richtiger Wert: Bitte ausfüllen.
fault-reason = Grund: Bitte begründen Sie das in einem Satz.
fault-extension = Grund: Die Frist kann nicht mehr verlängert werden. Das geht nur einmal und nur im ersten Monat.

## cases
cases-title = Kontaktanfragen
cases-caption = Neueste zuerst
cases-none = Es gibt keine Anfragen.
case-title = Kontaktanfrage
case-from = Von
case-open = unbeantwortet
case-answered = beantwortet
case-closed = abgeschlossen
case-restricted = gesperrt
case-write = E-Mail schreiben
case-answered-button = Als beantwortet vermerken
case-closed-button = Abschließen
case-reopen-button = Wieder öffnen
record-times = Zeiten
record-more = Zurückhalten oder löschen
record-erased-on = Wird gelöscht am
record-erased-open = Noch offen: Das auslösende Ereignis steht aus.
event-received = Eingegangen
event-answered = Beantwortet
event-closed = Abgeschlossen
event-procedure-ended = Verfahren beendet
event-consent-given = Einwilligung erteilt
event-consent-withdrawn = Einwilligung widerrufen
event-confirmed = Bestätigt
event-unsubscribed = Abgemeldet
hold = zurückgehalten
held = { $reason }, Prüfung am { $day }
hold-open = Zurückhalten
hold-text = Die Daten werden nicht gelöscht, aber gesperrt, bis der Grund wegfällt. Eine versäumte Prüfung löscht nichts, sie wird gemeldet.
hold-reason = Grund
hold-review = Nächste Prüfung
hold-button = Zurückhalten
hold-legal-claims = Rechtsansprüche
hold-dispute = Streit
hold-authority = Verfahren einer Behörde
hold-security-incident = Sicherheitsvorfall
fault-hold-reason = Grund: Bitte wählen Sie einen.
fault-review = Prüfung: Bitte nennen Sie einen Tag im kommenden Jahr.

## applications
applications-title = Bewerbungen
applications-none = Es gibt keine Bewerbungen.
applications-not-named = Ihr Login steht bei keiner Bewerbung unter den Lesenden. Wer lesen darf, legt die Erklärung der Website fest.
applications-logged = Jedes Öffnen einer Bewerbung und jeder Datei wird festgehalten.
applications-pool = Talentpool
applications-open = Initiativbewerbungen
application-title = Bewerbung
application-files = Dateien
application-files-text = Dateien werden heruntergeladen und nie im Browser geöffnet.
application-running = läuft
application-ended = beendet
application-pool = im Pool
application-restricted = gesperrt
application-end = Verfahren beenden
application-pool-button = In den Talentpool übernehmen
application-withdrawn = Zurückgezogen: löschen
file-size = { $size } KB

## newsletter
newsletter-title = Newsletter
newsletter-active = Empfängerinnen und Empfänger
newsletter-unconfirmed = Noch nicht bestätigt
newsletter-proofs = Nachweise der Einwilligung
newsletter-blocked = Gesperrte Adressen (nur als Prüfwert)
block-title = Adresse entfernen oder sperren
block-text = Für Abmeldungen am Telefon oder per Brief und für unzustellbare Adressen. Andere Daten der Person bleiben unberührt.
block-action = Was soll geschehen?
block-remove = Von der Liste nehmen
block-block = Von der Liste nehmen und sperren
block-lift = Sperre aufheben
block-reason-hint = Ohne Grund geht es nicht; er wird festgehalten.
block-reason-objection-by-phone = Widerspruch am Telefon
block-reason-objection-by-mail = Widerspruch per E-Mail oder Brief
block-reason-bounces = Unzustellbar
block-reason-wrong-address = Falsche Adresse
block-reason-abuse = Missbrauch
block-reason-asked-to-return = Die Person möchte den Newsletter wieder
block-button = Ausführen
import-title = Liste mit Einwilligungen übernehmen
import-text = Für Menschen, die anderswo eingewilligt haben. Jede Zeile braucht den Nachweis; fehlt er in einer, wird die ganze Liste abgelehnt. Gesperrte Adressen bleiben gesperrt.
import-rows = Zeilen als CSV
import-hint = Erste Zeile: email;agreed_on;wording;source. agreed_on ist der Tag der Einwilligung, wording ihr genauer Wortlaut, source der Ort, an dem sie erteilt wurde.
import-button = Prüfen und übernehmen
fault-import = Abgelehnt, nichts übernommen. Diese Zeilen haben keinen Nachweis: { $rows }.
fault-action = Was soll geschehen: Bitte wählen Sie.
fault-block-reason = Grund: Bitte wählen Sie einen.

## due
due-title = Löschung
due-lead = Was die Löschregeln erreicht haben und in den nächsten 90 Tagen erreichen werden.
due-caption = Löschregeln
due-what = Daten
due-rule = Regel
due-in = { $days ->
    [0] Heute
   *[other] In { $days } Tagen
}
due-unknown = Dieses System ist nicht angebunden.
sweep-try = Probelauf
sweep-run = Jetzt löschen
sweep-dry = Probelauf: Es wurde nichts geändert
sweep-done = Erledigt
sweep-nothing = Es ist nichts fällig.
sweep-would = { $count ->
    [one] ein Datensatz ist fällig
   *[other] { $count } Datensätze sind fällig
}
sweep-did = { $count ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
}
sweep-failed = nicht gelungen; der nächste Lauf versucht es wieder
holds-title = Zurückgehaltene Daten
holds-none = Nichts wird zurückgehalten.
hold-line = { $count ->
    [one] Ein Datensatz, seit dem { $opened }, veranlasst von { $owner }.
   *[other] { $count } Datensätze, seit dem { $opened }, veranlasst von { $owner }.
}
hold-review-on = Nächste Prüfung am { $day }.
hold-missed = Die Prüfung war am { $day } fällig.
hold-next = Nächste Prüfung
hold-reviewed = Geprüft, bleibt
hold-release = Freigeben

## promises and evidence
promises-title = Zusagen
promises-filter = Nach Stand
promises-all = Alle
promise-sentence = Zusage
promise-why = Warum
status-kept = gehalten
status-at-risk = gefährdet
status-broken = gebrochen
status-unexercised = noch nicht gefordert
status-attested = bescheinigt
status-outside = nicht von Zweck gehalten
why-outside = wird nicht von Zweck gehalten
why-breaches = { $count ->
    [one] ein Verstoß ist festgehalten
   *[other] { $count } Verstöße sind festgehalten
}
why-shown = { $count ->
    [one] einmal gezeigt
   *[other] { $count }-mal gezeigt
}
why-nothing = es ist noch nichts geschehen, das sie zeigt
why-nobody = noch niemand hat sie bescheinigt
why-lapsed = bescheinigt von { $who }; die Prüfung war am { $day } fällig
why-attested = bescheinigt von { $who } bis { $day }
why-system = das System { $who } ist nicht angebunden
why-overdue = { $count ->
    [one] ein Datensatz ist über seine Frist
   *[other] { $count } Datensätze sind über ihre Frist
}
why-due = { $count ->
    [one] ein Datensatz ist fällig und noch nicht gelöscht
   *[other] { $count } Datensätze sind fällig und noch nicht gelöscht
}
why-within = { $count ->
    [0] kein Datensatz über seiner Frist
    [one] ein Datensatz in seiner Frist
   *[other] { $count } Datensätze in ihrer Frist
}
why-empty = noch kein Datensatz
why-audit-broken = eine Prüfung sah es vor der Einwilligung oder nach der Ablehnung
why-audit-kept = die letzte Prüfung sah nichts vor der Einwilligung
why-audit-none = noch keine Prüfung
why-late = { $count ->
    [one] ein Antrag ist über seine Frist
   *[other] { $count } Anträge sind über ihre Frist
}
why-urgent = ein Antrag ist innerhalb einer Woche zu beantworten
why-review = die Prüfung zurückgehaltener Daten ist überfällig
chain-whole = Die Kette der Nachweise ist unversehrt: { $entries ->
    [one] ein Eintrag
   *[other] { $entries } Einträge
}, { $checkpoints ->
    [one] eine Signatur
   *[other] { $checkpoints } Signaturen
}.
chain-broken = Die Kette der Nachweise ist beschädigt.
entry = Eintrag { $number }
evidence-title = Nachweise
evidence-lead = Was geschehen ist, ohne Daten von Personen. Jeder Eintrag hängt am vorigen; eine Änderung fällt auf.
evidence-verify = Kette prüfen
evidence-head = Letzter Eintrag
evidence-points = Signaturen
evidence-last-point = die letzte nach Eintrag { $seq }
evidence-caption = Neueste zuerst
evidence-number = Nr.
evidence-when = Wann
evidence-event = Was
evidence-promises = Zusagen
evidence-detail = Einzelheiten
evidence-of-record = nur dieser Vorgang
evidence-all = Alle Nachweise

## outbox
outbox-title = Postausgang
outbox-local = Es ist kein Mailserver eingerichtet. Alle E-Mails bleiben hier und können hier gelesen werden.
outbox-smtp = E-Mails gehen über den Mailserver hinaus; danach wird ihr Inhalt hier gelöscht.
outbox-caption = Neueste zuerst
outbox-none = Es gibt keine E-Mails.
mail-title = E-Mail
mail-what = Anlass
mail-to = An
mail-subject = Betreff
mail-since = Erstellt
mail-queued = wartet
mail-held = liegt hier
mail-sent = verschickt
mail-failed = nicht zustellbar
mail-gone = Der Inhalt ist gelöscht.
template-rights-confirm = Antrag: bitte bestätigen
template-rights-received = Antrag: eingegangen
template-rights-extended = Antrag: verlängert
template-rights-refused = Antrag: abgelehnt
template-rights-done = Antrag: erledigt
template-contact-received = Kontakt: eingegangen
template-applications-received = Bewerbung: eingegangen
template-newsletter-confirm = Newsletter: bitte bestätigen
template-newsletter-known = Newsletter: schon angemeldet
template-newsletter-welcome = Newsletter: willkommen
template-newsletter-farewell = Newsletter: abgemeldet
template-newsletter-issue = Newsletter: Ausgabe

## documents
documents-title = Dokumente
documents-lead = So stehen sie heute in der Erklärung. Das Verzeichnis der Verarbeitungstätigkeiten ist nicht öffentlich; Sie legen es auf Anfrage der Aufsichtsbehörde vor.
document-notice = Datenschutzerklärung
document-imprint = Impressum
document-cookies = Cookies
document-record = Verzeichnis der Verarbeitungstätigkeiten

## events and systems in words
system-store = eigener Speicher
system-logs = Serverprotokolle
step-changed = { $count ->
    [one] ein Datensatz geändert oder gelöscht
   *[other] { $count } Datensätze geändert oder gelöscht
}{ $restricted ->
    [0] {""}
    [one] , einer gesperrt
   *[other] , { $restricted } gesperrt
}
step-exported = { $count ->
    [one] ein Datensatz übergeben
   *[other] { $count } Datensätze übergeben
}
did-request-received = Antrag eingegangen
did-request-confirmed = Von der Person bestätigt
did-request-approved = Dem Antrag entsprochen
did-request-refused = Abgelehnt
did-request-extended = Frist verlängert
did-request-withdrawn = Zurückgenommen
did-request-lapsed = Nie bestätigt, gelöscht
did-request-done = Ausgeführt und beantwortet
did-recipient-told = Empfänger informiert
did-marketing-stopped = Werbung gestoppt
did-system-erased = Im System gelöscht
did-system-corrected = Im System berichtigt
did-system-restricted = Im System gesperrt
did-record-changed = Angaben geändert
did-records-erased = Nach Regel gelöscht
did-records-anonymised = Nach Regel anonymisiert
did-records-restricted = Nach Regel gesperrt
did-records-moved = Nach Regel verschoben
did-hold-opened = Zurückgehalten
did-hold-closed = Freigegeben
did-hold-reviewed = Zurückhalten geprüft
did-hold-review-missed = Prüfung versäumt
did-contact-received = Kontaktanfrage eingegangen
did-contact-answered = Kontaktanfrage beantwortet
did-contact-closed = Kontaktanfrage abgeschlossen
did-contact-reopened = Kontaktanfrage wieder geöffnet
did-applications-received = Bewerbung eingegangen
did-applications-read = Bewerbung geöffnet
did-applications-file-read = Datei einer Bewerbung geöffnet
did-applications-ended = Verfahren beendet
did-applications-pool-consent = Einwilligung in den Talentpool
did-applications-pooled = In den Talentpool übernommen
did-newsletter-ordered = Newsletter bestellt
did-newsletter-confirmed = Newsletter bestätigt
did-newsletter-left = Newsletter abbestellt
did-newsletter-issue = Newsletter verschickt
did-newsletter-operator = Adresse von Hand entfernt oder gesperrt
did-desk-login = Anmeldung am Arbeitsplatz
did-desk-first-officer = Erster Zugang angelegt
did-desk-person-added = Zugang angelegt
did-desk-person-removed = Zugang entfernt
did-desk-person-reset = Passwort zurückgesetzt
did-desk-password-changed = Passwort geändert
did-desk-factor-changed = Zweiter Faktor geändert
did-desk-sweep = Löschung von Hand gestartet
did-desk-erased = Von Hand gelöscht
did-desk-request-entered = Antrag von Hand erfasst
did-desk-package-read = Antwort am Arbeitsplatz heruntergeladen

## identity and recipients
request-identity = Nachfragen, wer es ist
request-identity-text = Nur bei begründeten Zweifeln und nie mit einer Ausweiskopie (Art. 12 Abs. 6 DSGVO). Die Frist läuft weiter.
request-identity-button = Nachfragen
identity-asked = Am { $day } nachgefragt.
field-doubt = Woran zweifeln Sie, und was würde helfen?
letter-identity = Rückfrage zur Identität
clock-telling = Empfänger informieren
done-identity = Die Rückfrage ist unterwegs. Die Frist läuft weiter.
done-ran-tell = Der Antrag ist ausgeführt und beantwortet. Er bleibt offen, bis alle Empfänger informiert sind.
template-rights-identity = Antrag: Rückfrage
did-request-identity-asked = Nach der Identität gefragt
did-request-blocked = Daten bis zur Entscheidung gesperrt
did-request-unblocked = Sperre aufgehoben
did-system-lifted = Sperre im System aufgehoben
did-consent-recorded = Auswahl zur Einwilligung festgehalten
did-gate-seen-closed = Prüfung: nichts vor der Einwilligung
did-gate-seen-open = Prüfung: Dienst vor der Einwilligung gesehen
did-logs-checked = Protokolle geprüft
did-logs-held = Protokolle zurückgehalten
did-logs-released = Protokolle freigegeben
did-store-restored = Sicherung eingespielt
did-store-replayed = Löschungen nach der Sicherung wiederholt
did-applications-denied = Zugriff auf eine Bewerbung verweigert
