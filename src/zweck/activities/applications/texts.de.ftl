title = Bewerbungen
purpose = Wir prüfen Ihre Bewerbung und entscheiden, ob wir Ihnen eine Stelle anbieten.
interest = uns gegen Ansprüche wegen einer Ablehnung verteidigen zu können
records = Bewerbungen, die nicht zu einer Anstellung führen
class-pool = Bewerbungen im Talentpool
provision-effect = Ohne Ihren Namen und Ihre Kontaktdaten können wir Ihre Bewerbung nicht bearbeiten.
glance = Bewerbungen sehen nur Menschen, die am Verfahren beteiligt sind; danach löschen wir sie.
promise-purpose = Wir nutzen Ihre Bewerbung nur für die Entscheidung über die Stelle, auf die Sie sich bewerben.
promise-access = Ihre Bewerbung sehen nur Menschen, die am Verfahren beteiligt sind, und sie behandeln sie vertraulich.
promise-withdraw = Sie können Ihre Bewerbung jederzeit zurückziehen; das Verfahren endet dann.
promise-objection = Sie können der Aufbewahrung nach dem Verfahren widersprechen und erhalten eine begründete Entscheidung.
promise-hired = Stellen wir Sie ein, kommt Ihre Bewerbung in die Personalakte; dann gelten deren Regeln.
promise-pool = In den Talentpool nehmen wir Ihre Bewerbung nur mit Ihrer gesonderten Einwilligung auf (Art. 6 Abs. 1 Buchst. a DSGVO); auf das laufende Verfahren hat das keinen Einfluss.
promise-retention-pool-withdrawal = Widerrufen Sie die Einwilligung in den Talentpool, löschen wir Ihre Daten dort sofort und endgültig.

## form
form-title = Bewerben
form-lead = Schicken Sie uns Ihre Bewerbung. Wir speichern sie verschlüsselt; lesen kann sie nur, wer am Verfahren beteiligt ist.
form-submit = Bewerbung senden
vacancy-open = Initiativbewerbung
pool-box = Ja, nehmen Sie meine Bewerbung mit allen Unterlagen in den Talentpool auf, falls es mit dieser Stelle nicht klappt.
pool-hint = Freiwillig und getrennt von dieser Bewerbung: Ihre Entscheidung hat keinen Einfluss auf das laufende Verfahren. Sie können jederzeit widerrufen. { $keeping }
sent-title = Ihre Bewerbung ist angekommen
sent-text =
    Vielen Dank. Ihre Bewerbung ist mit allen Dateien gespeichert.
    Wir melden uns bei Ihnen.
mail-received-subject = Ihre Bewerbung ist angekommen
mail-received = Ihre Bewerbung ist bei uns angekommen. { $files ->
    [0] Es waren keine Dateien dabei.
    [one] Eine Datei ist gespeichert.
   *[other] { $files } Dateien sind gespeichert.
} Wir melden uns bei Ihnen.
mail-received-withdraw = Möchten Sie Ihre Bewerbung zurückziehen? Antworten Sie auf diese Nachricht oder schreiben Sie an { $email }.
