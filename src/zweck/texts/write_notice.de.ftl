intro = Hier lesen Sie, was bei { $site } mit Ihren Daten geschieht: zuerst kurz, dann genau.

# At a glance
glance = Auf einen Blick
glance-who = Wer wir sind
glance-who-text = { $name } aus { $city } betreibt diese Website und ist für Ihre Daten verantwortlich.
glance-what = Was wir tun
glance-rights = Ihre Rechte
glance-rights-text = Sie können Auskunft verlangen, Daten berichtigen oder löschen lassen und in vielen Fällen [widersprechen].
glance-rights-all = [Alle Ihre Rechte]
glance-ask = Wen Sie fragen
glance-ask-officer = Fragen zum Datenschutz beantworten wir unter{" "}
glance-ask-controller = Schreiben Sie uns an{" "}

# Who is responsible
controller = Wer verantwortlich ist
controller-text = Für Ihre Daten ist verantwortlich (Art. 4 Nr. 7 DSGVO):
officer = Datenschutzbeauftragte Person
officer-text = Sie können sich mit jeder Frage zu Ihren Daten direkt an sie wenden, auch vertraulich (Art. 38 DSGVO).
no-officer = Wir haben keine datenschutzbeauftragte Person benannt. { $why }
representative = Vertretung in der Europäischen Union
representative-text = Unsere Vertretung in der Europäischen Union ist (Art. 27 DSGVO):
joint = Gemeinsam Verantwortliche
joint-text = Mit diesen Stellen entscheiden wir gemeinsam über Zwecke und Mittel (Art. 26 DSGVO):
joint-any = Ihre Rechte können Sie gegenüber jeder dieser Stellen geltend machen.
joint-essence = Das haben wir vereinbart: { $essence }
phone = Telefon: { $phone }
email = E-Mail:{" "}

# Activities
activities = Was wir tun, im Einzelnen
ask-data = Welche Daten?
ask-purpose = Wozu?
ask-basis = Auf welcher Grundlage?
ask-period = Wie lange?
ask-recipients = Wer erhält sie?
ask-transfers = Gehen Daten in Länder außerhalb der EU?
ask-provision = Müssen Sie sie angeben?
ask-automated = Entscheidet ein Computer allein?
ask-source = Woher haben wir sie?
ask-choice = Was können Sie tun?
ask-promises = Was wir zusagen
ask-note = Außerdem
ask-provider = Wer ist der Anbieter?
ask-cookies = Was speichert der Dienst auf Ihrem Gerät?
ask-provider-keeps = Wie lange speichert der Anbieter?

recipients-none = Außer uns niemand.
recipients-hosting = Außer uns nur, wer unsere [Server betreibt].
transfers-none = Nein. Die Daten bleiben im Europäischen Wirtschaftsraum.
transfers-hosting = Ja, mit unseren [Servern].
transfers-both = Ja, durch { $names } und mit unseren [Servern].
transfers-overall = Gehen Daten in Länder außerhalb der EU, stehen Grund und Garantien bei der Firma, die sie erhält.
transfers-services = Ja, durch { $names }.
automated-none = Nein.
automated-overall = Auf dieser Website entscheidet kein Computer allein über Sie (Art. 22 DSGVO).
automated-some = Ja, hier entscheidet allein ein Computer (Art. 22 DSGVO).
provision-voluntary = Nein, Ihre Angaben sind freiwillig.
provision-contract = Gesetzlich nicht, aber für den Vertrag sind die Angaben nötig.
provision-law = Ja, ein Gesetz schreibt die Angaben vor.
provision-automatic = Nein, Sie müssen nichts eingeben.
provision-browser = Ihr Browser sendet diese Daten von selbst.
choice-withdraw = Sie können Ihre Einwilligung jederzeit [widerrufen].
choice-object = Sie können dieser Verarbeitung [widersprechen].
choice-object-part = Soweit wir uns auf ein berechtigtes Interesse stützen, können Sie [widersprechen].
choice-rights = Das steht unter [Ihre Rechte].

# Legal bases
basis-6-1-a = Sie haben eingewilligt ({ $cite })
basis-6-1-b = Wir brauchen die Daten für einen Vertrag mit Ihnen oder für Schritte davor, um die Sie gebeten haben ({ $cite })
basis-6-1-c = Wir sind gesetzlich dazu verpflichtet ({ $cite })
basis-6-1-d = Es geht um lebenswichtige Interessen eines Menschen ({ $cite })
basis-6-1-e = Wir erfüllen eine Aufgabe im öffentlichen Interesse ({ $cite })
basis-6-1-f = Wir haben ein berechtigtes Interesse ({ $cite })
basis-9-2-a = In die Verarbeitung besonders geschützter Daten haben Sie ausdrücklich eingewilligt ({ $cite })
basis-9-2-b = Das Arbeitsrecht oder das Sozialrecht verlangt es ({ $cite })
basis-9-2-c = Es geht um lebenswichtige Interessen eines Menschen, der nicht einwilligen kann ({ $cite })
basis-9-2-e = Sie haben die Daten selbst offensichtlich öffentlich gemacht ({ $cite })
basis-9-2-f = Wir brauchen die Daten, um Rechtsansprüche geltend zu machen oder abzuwehren ({ $cite })
basis-9-2-h = Es geht um Gesundheitsvorsorge oder medizinische Versorgung ({ $cite })
basis-statute = Das Gesetz erlaubt es ({ $cite })
device-25-1 = Auf Ihr Gerät greifen wir nur zu, wenn Sie eingewilligt haben ({ $cite }).
device-25-2-no-1 = Der Zugriff auf Ihr Gerät dient allein dazu, eine Nachricht zu übertragen ({ $cite }).
device-25-2-no-2 = Der Zugriff auf Ihr Gerät ist unbedingt nötig für den Dienst, den Sie ausdrücklich gewünscht haben ({ $cite }).
device-25-2 = Der Zugriff auf Ihr Gerät ist unbedingt nötig für den Dienst, den Sie ausdrücklich gewünscht haben ({ $cite }).

# Recipients and transfers
role-processor = arbeitet in unserem Auftrag
role-controller = selbst verantwortlich
role-joint = gemeinsam mit uns verantwortlich
role-authority = Behörde
transfer-plain = { $who } ({ $country }) verarbeitet Daten außerhalb des Europäischen Wirtschaftsraums.
transfer-adequacy = { $who } ({ $country }): Die Europäische Kommission hat entschieden, dass Daten dort angemessen geschützt sind (Art. 45 DSGVO, Beschluss { $decision }).
transfer-dpf = { $who } ({ $country }) nimmt am EU-US Data Privacy Framework teil (Art. 45 DSGVO, Beschluss (EU) 2023/1795).
transfer-scc = Für die Übermittlung an { $who } ({ $country }) gelten die Standardvertragsklauseln der EU (Art. 46 Abs. 2 Buchst. c DSGVO, Beschluss (EU) 2021/914).
transfer-bcr = Für { $who } ({ $country }) gelten genehmigte verbindliche Datenschutzvorschriften des Konzerns (Art. 46 Abs. 2 Buchst. b, Art. 47 DSGVO).
transfer-consent = An { $who } ({ $country }) gehen Daten nur, wenn Sie ausdrücklich eingewilligt haben (Art. 49 Abs. 1 Buchst. a DSGVO). Dort sind Ihre Daten nicht so geschützt wie in der EU.
transfer-contract = An { $who } ({ $country }) gehen Daten nur, soweit das für einen Vertrag mit Ihnen oder in Ihrem Interesse nötig ist (Art. 49 Abs. 1 Buchst. b und c DSGVO).
transfer-claims = An { $who } ({ $country }) gehen Daten nur, soweit es für Rechtsansprüche nötig ist (Art. 49 Abs. 1 Buchst. e DSGVO).
transfer-other = { $who } ({ $country }) ist gebunden durch: { $tool }
transfer-copy = Eine Kopie der Garantien schicken wir Ihnen, wenn Sie an { $contact } schreiben.

# Services
services = Dienste anderer Anbieter
services-text = Diese Dienste binden wir ein oder nutzen wir. Wo Ihre Einwilligung nötig ist, lädt der Dienst erst danach.
provider-self = Wir betreiben diesen Dienst selbst.
service-activity = Gehört zu:
privacy-link = Datenschutzerklärung des Anbieters
privacy-own = Datenschutzerklärung
optout-link = Widerspruch direkt bei { $who }

# Cookies
cookies = Cookies und Speicher auf Ihrem Gerät
cookies-text = Jeder Eintrag, der auf Ihrem Gerät gespeichert werden kann, steht mit Zweck und Lebensdauer in der{" "}
cookies-link = Cookie-Tabelle
cookies-none = Diese Website speichert nichts auf Ihrem Gerät.

# Security
security = Wie wir Ihre Daten schützen

# Rights
objection = Ihr Recht auf Widerspruch
objection-title = Sie können widersprechen (Art. 21 DSGVO)
objection-interest = Sie können jeder Verarbeitung widersprechen, die auf unserem berechtigten Interesse beruht. Nennen Sie uns dafür Gründe aus Ihrer besonderen Situation.
objection-stop = Wir hören dann auf, außer wir weisen zwingende schutzwürdige Gründe nach oder brauchen die Daten für Rechtsansprüche.
objection-marketing = Werbung können Sie jederzeit ohne Gründe widersprechen. Wir hören dann sofort damit auf.
objection-where = Eine Nachricht genügt:{" "}
objection-list = Das betrifft:
rights = Ihre Rechte
rights-text = Ihre Rechte kosten nichts. Wir antworten innerhalb eines Monats (Art. 12 DSGVO).
rights-ask = Schreiben Sie formlos an{" "}
right-title = { $title } ({ $cite })
objection-pointer = Ihr Recht auf Widerspruch steht in einem [eigenen Abschnitt].
automated-site = Auf dieser Website entscheidet kein Computer allein über Sie.
authority = Zuständige Aufsichtsbehörde
authority-text = Für uns ist diese Behörde zuständig:

# State
state = Fassung dieser Erklärung
state-change = Ändert sich, was wir tun, ändern wir zuerst diese Erklärung.
