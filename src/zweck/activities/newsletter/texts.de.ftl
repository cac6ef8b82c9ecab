title = Newsletter
purpose = Wir schicken Ihnen den Newsletter, den Sie bestellt haben.
contents = Neuigkeiten zu unseren Angeboten und Veranstaltungen
records = Ihre Newsletter-Bestellung
class-unconfirmed = Bestellungen, die nicht bestätigt wurden
class-proof = Nachweis Ihrer Bestellung und Bestätigung
class-suppression = Prüfwert (Hash) Ihrer E-Mail-Adresse in der Sperrliste
provision-effect = Ohne E-Mail-Adresse können wir Ihnen keinen Newsletter schicken.
glance = Den Newsletter bekommen Sie nur, wenn Sie ihn bestellt und die Bestellung bestätigt haben; mit einem Klick bestellen Sie ihn ab.
promise-double-opt-in = Wir schicken den Newsletter erst, wenn Sie den Link in unserer Bestätigungsmail geöffnet und dort bestätigt haben.
promise-consent-only = Ohne Ihre Einwilligung bekommen Sie keinen Newsletter.
promise-evidence = Wir protokollieren Bestellung und Bestätigung mit Zeitpunkt und genauem Wortlaut der Einwilligung.
promise-contact-notice-at-form = Beim Bestellformular steht vor dem Absenden, was mit Ihren Angaben geschieht.
promise-unsubscribe = Mit einem Klick bestellen Sie den Newsletter ab: jederzeit, sofort und ohne Passwort.
promise-link-in-every-mail = Jede Ausgabe enthält einen Link zum Abbestellen.
promise-email-only = Zum Bestellen genügt Ihre E-Mail-Adresse; alle anderen Angaben sind freiwillig.
promise-no-tracking = Wir messen nicht, ob Sie den Newsletter öffnen oder welche Links Sie anklicken.
promise-tracking-on-consent = Ob Sie den Newsletter öffnen und welche Links Sie anklicken, messen wir nur, wenn Sie darin gesondert eingewilligt haben.
promise-suppression-blocks = Haben Sie den Newsletter abbestellt, verhindert eine Sperrliste, dass wir Ihnen versehentlich wieder schreiben.

## form
form-title = Newsletter bestellen
form-lead = Wir schicken Ihnen: { $contents }. Nach dem Absenden bekommen Sie eine E-Mail mit einem Link. Erst wenn Sie dort bestätigen, beginnt der Newsletter.
form-frequency = Wie oft: { $frequency }.
form-submit = Newsletter bestellen
consent = Ja, { $controller } darf mir an meine E-Mail-Adresse den Newsletter schicken. Inhalt: { $contents }. Ich kann jederzeit mit einem Klick widerrufen.
sent-title = Bitte sehen Sie in Ihr Postfach
sent-text =
    Wir haben Ihnen eine E-Mail geschickt. Bitte öffnen Sie den Link darin innerhalb von sieben Tagen und bestätigen Sie dort.
    Ohne Ihre Bestätigung schicken wir nichts und löschen Ihre Angaben nach sieben Tagen.
mail-confirm-subject = Bitte bestätigen Sie Ihre Newsletter-Bestellung
mail-confirm = Mit dieser Adresse wurde der Newsletter von { $site } bestellt. Bitte bestätigen Sie die Bestellung hier:
mail-confirm-wording = Der Wortlaut der Einwilligung: „{ $wording }“
mail-confirm-expiry = Der Link gilt sieben Tage. Waren Sie das nicht, tun Sie bitte nichts: Dann bekommen Sie keine weitere Nachricht, und wir löschen die Adresse.
mail-known-subject = Zu Ihrer Newsletter-Bestellung
mail-known = Mit dieser Adresse wurde der Newsletter von { $site } bestellt. Sie bekommen ihn bereits und müssen nichts tun.
mail-known-leave = Möchten Sie ihn nicht mehr? Hier bestellen Sie ihn mit einem Klick ab:
confirm-title = Newsletter bestätigen
confirm-text = Ein Klick fehlt noch: Bestätigen Sie hier, dass Sie den Newsletter bekommen möchten.
confirm-submit = Ja, ich möchte den Newsletter
confirmed-title = Der Newsletter ist bestellt
confirmed-text =
    Vielen Dank. Ihre Bestellung ist bestätigt.
    Abbestellen können Sie jederzeit mit dem Link in jeder Ausgabe.
mail-welcome-subject = Ihre Newsletter-Bestellung ist bestätigt
mail-welcome = Ihre Bestellung des Newsletters von { $site } ist bestätigt. Abbestellen können Sie jederzeit mit einem Klick:
leave-title = Newsletter abbestellen
leave-text = Mit einem Klick ist der Newsletter abbestellt. Wir löschen Ihre Adresse dann aus dem Verteiler.
leave-submit = Newsletter abbestellen
leave-ask-title = Newsletter abbestellen
leave-ask-text = Jede Ausgabe enthält einen Link, mit dem Sie den Newsletter abbestellen. Haben Sie keine Ausgabe zur Hand? Dann geben Sie hier Ihre Adresse an, und wir schicken Ihnen den Link.
leave-ask-submit = Link schicken
leave-sent-title = Bitte sehen Sie in Ihr Postfach
leave-sent-text = Bekommt diese Adresse unseren Newsletter, haben wir ihr einen Link zum Abbestellen geschickt.
mail-leave-subject = Newsletter abbestellen
mail-leave = Jemand möchte den Newsletter von { $site } für diese Adresse abbestellen. Hier genügt ein Klick:
mail-leave-not-you = Waren Sie das nicht, tun Sie bitte nichts: Dann bleibt alles, wie es ist.
left-title = Der Newsletter ist abbestellt
left-text =
    Sie bekommen keinen Newsletter mehr von uns.
    Ihre Adresse ist aus dem Verteiler gelöscht. Den Nachweis Ihrer Einwilligung heben wir für die Frist auf, die in der Datenschutzerklärung steht.
mail-left-subject = Ihr Newsletter ist abbestellt
mail-left = Sie haben den Newsletter von { $site } abbestellt. Wir schicken ihn Ihnen nicht mehr.
issue-foot = Newsletter abbestellen: { $link }
