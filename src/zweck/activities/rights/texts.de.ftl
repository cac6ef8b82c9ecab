title = Ihre Rechte
purpose = Wir bearbeiten Ihre Anträge zu Ihren Datenschutzrechten und weisen nach, dass wir sie beantwortet haben.
records = Ihr Antrag und unsere Antwort
provision-effect = Ohne Angaben, an denen wir Sie erkennen, finden wir Ihre Daten nicht.
glance = Sie können jederzeit Auskunft, Berichtigung und Löschung verlangen, widersprechen und Einwilligungen widerrufen.
promise-channel = Schreiben Sie an { $contact } oder nutzen Sie das Formular auf dieser Website; wir antworten innerhalb eines Monats (Art. 12 Abs. 3 DSGVO).
promise-informal-mail = Eine formlose Nachricht genügt.
promise-access-free = Sie erfahren kostenlos, ob und welche Daten wir über Sie verarbeiten.
promise-access-package = Unsere Auskunft nennt Zwecke, Datenarten, Empfänger, Speicherdauer, Ihre Rechte, die Herkunft der Daten, automatisierte Entscheidungen und Garantien bei Drittländern. Sie enthält eine Kopie Ihrer Daten.
promise-rectify = Falsche Daten berichtigen wir unverzüglich, unvollständige ergänzen wir.
promise-erase = Steht Ihnen die Löschung zu, löschen wir Ihre Daten in allen unseren Systemen.
promise-erase-exceptions = Lehnen wir eine Löschung ab, nennen wir Ihnen den gesetzlichen Grund und nutzen die Daten für nichts anderes (Art. 17 Abs. 3, Art. 18 DSGVO).
promise-restrict = Sie können verlangen, dass wir Ihre Daten nur noch speichern, etwa wenn Sie sie für Rechtsansprüche brauchen (Art. 18 Abs. 1 DSGVO).
promise-restrict-while-checking = Solange wir prüfen, ob Daten richtig sind oder ob Ihr Widerspruch berechtigt ist, nutzen wir die Daten nicht.
promise-portability = Daten, die Sie uns aufgrund einer Einwilligung oder eines Vertrags gegeben haben, erhalten Sie in einem maschinenlesbaren Format. Auf Wunsch übermitteln wir sie direkt an eine andere Stelle, wenn das technisch möglich ist.
promise-object = Spricht Ihre besondere Situation dagegen, können Sie jeder Verarbeitung widersprechen, die auf unserem berechtigten Interesse oder einem öffentlichen Interesse beruht. Wir hören dann auf, außer wir weisen zwingende schutzwürdige Gründe nach oder brauchen die Daten für Rechtsansprüche (Art. 21 Abs. 1 DSGVO).
promise-object-marketing = Widersprechen Sie der Werbung, hören wir ohne Abwägung damit auf, auch mit der Bildung von Profilen dafür (Art. 21 Abs. 2 und 3 DSGVO).
promise-notify-recipients = Wer Ihre Daten von uns erhalten hat, erfährt von Berichtigung, Löschung und Einschränkung. Auf Wunsch nennen wir Ihnen diese Empfänger.
promise-withdraw = Eine Einwilligung können Sie jederzeit widerrufen; was bis dahin geschah, bleibt rechtmäßig.
promise-complaint = Sie können sich bei einer Datenschutz-Aufsichtsbehörde beschweren, etwa dort, wo Sie wohnen oder arbeiten.
promise-dpo-channel = Unsere datenschutzbeauftragte Person erreichen Sie unter { $contact }.

## package: the answer to a request for access or portability
package-title-access = Auskunft über Ihre Daten
package-title-portability = Ihre Daten zum Mitnehmen
package-made = Zusammengestellt am { $day }, Vorgang { $reference }.
controller = Verantwortlich
contact = Ihre Fragen an
searched = Durchsuchte Systeme
record-shared = Dieser Datensatz gehört auch anderen Personen. Zu deren Schutz zeigt er nur, was Sie betrifft (Art. 15 Abs. 4 DSGVO).
nothing-held = In diesen Systemen haben wir unter Ihren Angaben keine Daten gefunden.
item-purposes = Wofür
item-categories = Arten von Daten
item-recipients = Wer sie erhält
item-storage = Wie lange
item-source = Woher
item-automated = Automatisierte Entscheidungen
item-transfers = Übermittlung in Drittländer
item-rights = Ihre Rechte
item-complaint = Beschwerde
record = Eintrag { $number }
file = Datei
no-recipients = Niemand außerhalb unseres Unternehmens.
source-yourself = Von Ihnen selbst.
automated-no = Keine.
automated-yes = Ja; die Logik erläutern wir Ihnen auf Anfrage.
no-transfer = Keine.

## letters: what a person gets by mail
subject-confirm = Bitte bestätigen Sie Ihren Antrag
letter-confirm = Guten Tag,

    unter Ihrer E-Mail-Adresse ist ein Antrag bei uns eingegangen ({ $right }). Bitte bestätigen Sie ihn hier:

    { $link }

    Der Link gilt sieben Tage. Haben Sie den Antrag nicht gestellt, müssen Sie nichts tun.

    { $controller }
subject-received = Ihr Antrag { $reference }
letter-received = Guten Tag,

    Ihr Antrag ist bestätigt ({ $right }). Wir antworten bis zum { $day }. Den Stand sehen Sie hier:

    { $link }

    { $controller }
subject-extended = Ihr Antrag { $reference }: längere Frist
letter-extended = Guten Tag,

    für Ihren Antrag { $reference } brauchen wir länger. Der Grund: { $reason } Wir antworten bis zum { $day } (Art. 12 Abs. 3 DSGVO).

    Sie können sich bei der Aufsichtsbehörde beschweren: { $authority }

    { $controller }
subject-identity = Ihr Antrag { $reference }: eine Rückfrage
letter-identity = Guten Tag,

    bevor wir Ihren Antrag { $reference } bearbeiten, müssen wir sicher sein, dass er von Ihnen kommt. Der Grund: { $reason }

    Bitte nennen Sie uns etwas, das nur Sie wissen, zum Beispiel das Datum Ihrer letzten Bestellung. Eine Ausweiskopie brauchen wir nicht (Art. 12 Abs. 6 DSGVO).

    { $controller }
subject-refused = Ihr Antrag { $reference }
letter-refused = Guten Tag,

    Ihren Antrag { $reference } ({ $right }) können wir nicht erfüllen. Der Grund: { $reason }

    Sie können sich bei der Aufsichtsbehörde beschweren ({ $authority }) und vor Gericht klagen (Art. 12 Abs. 4 DSGVO).

    { $controller }
subject-done = Ihr Antrag { $reference } ist erledigt
letter-done = Guten Tag,

    Ihr Antrag { $reference } ({ $right }) ist erledigt. { $result }

    { $link }

    { $controller }
result-access = Ihre Auskunft liegt 30 Tage zum Herunterladen bereit.
result-portability = Ihre Daten liegen 30 Tage zum Herunterladen bereit.
result-erasure = { $erased ->
    [0] Wir haben keine Daten gefunden, die zu löschen waren.
    [one] Wir haben einen Datensatz gelöscht.
   *[other] Wir haben { $erased } Datensätze gelöscht.
} { $restricted ->
    [0] {""}
    [one] Einen Datensatz müssen wir noch aufbewahren; er ist gesperrt.
   *[other] { $restricted } Datensätze müssen wir noch aufbewahren; sie sind gesperrt.
} { $shared ->
    [0] {""}
    [one] Ein Datensatz gehört auch einer anderen Person: Wir haben Ihre Angaben daraus entfernt und ihn für sie behalten.
   *[other] { $shared } Datensätze gehören auch anderen Personen: Wir haben Ihre Angaben daraus entfernt und sie für diese behalten.
}
result-rectification = Wir haben die Daten berichtigt.
result-restriction = Wir speichern Ihre Daten vorerst nur noch und nutzen sie nicht.
result-objection = Wir verarbeiten Ihre Daten nicht weiter auf Grundlage eines berechtigten Interesses und schicken Ihnen keine Werbung mehr.
result-withdrawal = Ihre Einwilligung ist widerrufen.

## portal
portal-title = Ihre Rechte
portal-lead = Wählen Sie, was Sie möchten. Eine E-Mail-Adresse genügt; ein Konto oder eine Ausweiskopie brauchen wir nicht. Es kostet nichts.
portal-article = Artikel { $article } DSGVO
portal-explain-access = Sie erfahren, welche Daten wir über Sie gespeichert haben, wofür, wie lange und wer sie erhält, und bekommen eine Kopie.
portal-explain-rectification = Sagen Sie uns, welche Angabe falsch ist und wie sie richtig lautet. Wir ändern sie.
portal-explain-erasure = Wir löschen Ihre Daten in allen unseren Systemen. Was wir nach dem Gesetz noch aufbewahren müssen, sperren wir bis dahin.
portal-explain-restriction = Wir speichern Ihre Daten nur noch und nutzen sie nicht, zum Beispiel solange wir prüfen, ob sie stimmen.
portal-explain-portability = Sie erhalten die Daten, die Sie uns selbst gegeben haben, als Dateien, die andere Programme lesen können.
portal-explain-objection = Wir nutzen Ihre Daten nicht mehr auf Grundlage eines berechtigten Interesses. Werbung können Sie ohne Begründung widersprechen.
portal-explain-withdrawal = Sie widerrufen eine Einwilligung, etwa zum Newsletter oder zum Talentpool. Was bis dahin geschah, bleibt rechtmäßig.
portal-other-title = Lieber per E-Mail oder Brief?
portal-other = Eine formlose Nachricht genügt. Schreiben Sie an
portal-other-complaint = Sie können sich außerdem jederzeit bei einer Datenschutz-Aufsichtsbehörde beschweren.
portal-closed = Eine formlose Nachricht genügt. Schreiben Sie uns an
portal-field-email = E-Mail-Adresse
portal-why-email = Unter dieser Adresse suchen wir Ihre Daten. An sie schicken wir einen Link, mit dem Sie den Antrag bestätigen.
portal-field-name = Name
portal-why-name = Nur, damit wir Sie richtig ansprechen.
portal-field-details = Was wir noch wissen sollten
portal-why-details = Zum Beispiel, worum es geht oder welche Daten Sie meinen.
portal-field-field = Welche Angabe ist falsch?
portal-field-right-value = Wie lautet sie richtig?
portal-about-proof = Wir antworten innerhalb eines Monats. Bis Sie den Antrag bestätigen, geschieht nichts.
portal-submit = Antrag senden
portal-sent-title = Bitte sehen Sie in Ihr Postfach
portal-sent-text = Wir haben an die angegebene Adresse einen Link geschickt. Öffnen Sie ihn und bestätigen Sie dort Ihren Antrag.
    Der Link gilt sieben Tage. Ohne Bestätigung löschen wir den Antrag wieder.
portal-confirm-title = Antrag bestätigen
portal-confirm-text = Mit diesem Knopf bestätigen Sie, dass der Antrag von Ihnen kommt. Danach beginnen wir mit der Bearbeitung.
    Haben Sie den Antrag nicht gestellt? Dann schließen Sie diese Seite einfach.
portal-confirm-button = Ja, das ist mein Antrag
portal-over-title = Dieser Link gilt nicht mehr
portal-over-text = Er ist abgelaufen oder wurde schon benutzt. Den Stand eines bestätigten Antrags sehen Sie über den Link in unserer letzten E-Mail.
portal-again = Zur Übersicht Ihrer Rechte
portal-follow-title = Ihr Antrag
portal-fact-reference = Vorgang
portal-fact-right = Antrag
portal-fact-received = Eingegangen am
portal-fact-deadline = Wir antworten bis zum
portal-fact-closed = Abgeschlossen am
portal-state-unconfirmed = Ihr Antrag ist noch nicht bestätigt.
portal-state-open = Ihr Antrag ist bestätigt und wird geprüft.
portal-state-approved = Ihrem Antrag wird entsprochen. Wir führen ihn gerade aus.
portal-state-done = Ihr Antrag ist erledigt.
portal-state-refused = Wir können Ihren Antrag nicht erfüllen.
portal-state-withdrawn = Sie haben den Antrag zurückgenommen.
portal-next-unconfirmed = Bestätigen Sie ihn mit dem Link aus unserer E-Mail.
portal-next-open = Wir suchen Ihre Daten in allen unseren Systemen und entscheiden dann. Sie bekommen eine E-Mail, sobald sich etwas ändert.
portal-next-approved = Sie bekommen eine E-Mail, sobald alles erledigt ist.
portal-next-done = Sie müssen nichts weiter tun.
portal-next-refused = Den Grund lesen Sie oben. Sie können sich beschweren oder vor Gericht klagen.
portal-next-withdrawn = Es geschieht nichts weiter. Sie können jederzeit einen neuen Antrag stellen.
portal-next = Wie es weitergeht
portal-extended = Warum wir länger brauchen
portal-extended-letter = Den Grund haben wir Ihnen per E-Mail genannt.
portal-refused = Warum wir ablehnen
portal-complaint = Sie können sich bei der Aufsichtsbehörde beschweren: { $authority }
portal-download = Antwort herunterladen
portal-download-until = Bis zum { $day } abrufbar. Danach löschen wir die Datei.
portal-withdraw-title = Haben Sie es sich anders überlegt?
portal-withdraw-text = Sie können den Antrag zurücknehmen. Wir bearbeiten ihn dann nicht weiter.
portal-withdraw-button = Antrag zurücknehmen
portal-withdrawn-title = Der Antrag ist zurückgenommen
portal-withdrawn-text = Wir bearbeiten ihn nicht weiter. Sie können jederzeit einen neuen stellen.
portal-questions = Fragen? Schreiben Sie an
