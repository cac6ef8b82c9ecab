# Warum eine Art von Tätigkeit etwas annimmt, wo die Erklärung schweigt (`zweck check --explain`). Schlüssel: Art-Angabe.

accounts-basis = ein Konto ist ein Nutzungsvertrag
accounts-device_basis = ohne das Sitzungs-Cookie geht keine Anmeldung
accounts-fields = die Anmeldung braucht eine Adresse, die Anrede einen Namen
accounts-data = was eine Anmeldung braucht
accounts-subjects = wer sich registriert
accounts-provision = ohne die Pflichtfelder lässt sich kein Konto eröffnen
accounts-keep = ein Konto besteht, solange sein Inhaber es will
accounts-log = Angriffe auf Anmeldungen fallen oft spät auf; neunzig Tage genügen

advertising-basis = Werbe-Cookies brauchen Einwilligung (§ 25 Abs. 1 TDDDG, EuGH C-673/17)
advertising-device_basis = Werbenetze lesen und speichern auf dem Gerät
advertising-data = was ein Netz von einem Besuch erfährt
advertising-subjects = wer die Website besucht
advertising-provision = die Seite funktioniert ohne Werbung (Art. 7 Abs. 4 DSGVO)
advertising-keep = ein Jahr mit Kampagnen und ein Monat zum Vergleichen

analytics-basis = Statistik ist für die Seite nicht nötig (§ 25 Abs. 1 TDDDG)
analytics-device_basis = das Messen liest und speichert auf dem Gerät
analytics-data = was ein Besuch hinterlässt
analytics-subjects = wer die Website besucht
analytics-provision = die Seite funktioniert ohne Statistik (Art. 7 Abs. 4 DSGVO)
analytics-keep = vierzehn Monate erlauben den Vergleich mit dem Vorjahr
analytics-then = Summen bleiben nützlich und zeigen auf niemanden

applications-basis = die Entscheidung geht einem Vertrag voraus; nach einer Absage bleibt das Interesse an der Verteidigung (§ 15 AGG)
applications-fields = für die Antwort braucht es Name und Adresse; alles andere liegt beim Bewerber
applications-data = was eine Bewerbung enthält
applications-subjects = wer sich bewirbt
applications-recipients = nur wer am Verfahren beteiligt ist
applications-provision = ohne diese Angaben lässt sich über die Bewerbung nicht entscheiden
applications-keep = Ansprüche verfallen zwei Monate nach der Absage, Klagen drei Monate danach (§ 15 Abs. 4 AGG, § 61b ArbGG)
applications-hold = ein laufender Streit braucht die Akte
applications-copies = die Frist gilt für jede Kopie

appointments-basis = ein Termin wird auf Wunsch der Person vor oder in einem Vertrag vereinbart
appointments-data = wer wann wozu kommt
appointments-subjects = wer einen Termin bucht
appointments-provision = ein Termin lässt sich auch am Telefon vereinbaren
appointments-keep = bis dahin werden Termine verschoben und nachbereitet

business_partners-basis = die Zusammenarbeit mit den Menschen beim anderen Unternehmen; das Aufbewahren von Unterlagen nach dem Gesetz
business_partners-law = die Pflichten, Unterlagen aufzubewahren
business_partners-data = wer es ist und was vereinbart wurde
business_partners-subjects = Ansprechpartner bei Geschäftspartnern
business_partners-provision = ohne Ansprechpartner ist keine Zusammenarbeit möglich
business_partners-keep = solange die Unternehmen zusammenarbeiten
business_partners-then = Unterlagen bleiben nach dem Gesetz (§ 147 Abs. 3 AO, § 257 Abs. 4 HGB)
business_partners-reason = eine Einschränkung nennt ihr Gesetz

chat-basis = Fragen im Chat gelten einem Angebot oder einem Vertrag
chat-device_basis = ein Chat eines anderen Anbieters liest und speichert auf dem Gerät
chat-data = was geschrieben wird
chat-subjects = wer schreibt
chat-provision = E-Mail und Telefon gibt es auch
chat-keep = bis dahin kommen Rückfragen

children-basis = Daten, die nicht hier sein dürfen, sind zu löschen
children-law = die Pflicht, die Einwilligung der Eltern zu haben oder zu löschen
children-data = was eine Meldung enthält
children-subjects = Kinder und wer sie meldet
children-provision = eine Meldung ist freiwillig
children-keep = was gefunden wird, verschwindet binnen eines Monats, was gemeldet wird, sofort

claims-basis = Ansprüche zu verfolgen und abzuwehren ist ein berechtigtes Interesse (Art. 17 Abs. 3 Buchst. e DSGVO)
claims-data = worauf ein Anspruch beruht
claims-subjects = die andere Seite eines Anspruchs
claims-recipients = wer entscheidet oder beim Verfolgen hilft
claims-provision = die Daten stammen aus dem umstrittenen Vertrag
claims-keep = die übliche Verjährung (§§ 195, 199 Abs. 1 BGB)

compliance-basis = die Prüfungen sind gesetzliche Pflichten
compliance-law = gelisteten Personen darf nichts bereitgestellt werden
compliance-data = was der Abgleich mit einer Liste braucht
compliance-subjects = mit wem wir Geschäfte machen
compliance-recipients = eine Meldung geht an die zuständige Behörde
compliance-provision = kein Gesetz verlangt die Angaben von der Person; ohne die Prüfung schließen wir keinen Vertrag
compliance-keep = der Abgleich dient als Nachweis, bis Bußgelder verjährt sind (§ 31 OWiG, § 18 AWG)

consent-basis = der Verantwortliche muss die Einwilligung nachweisen können
consent-law = die Pflicht, die Einwilligung nachzuweisen
consent-device_basis = die Auswahl zu merken ist für den Dialog nötig, den der Besucher genutzt hat
consent-data = was eine Auswahl nachweist, und nicht mehr
consent-subjects = alle, die eine Auswahl treffen
consent-provision = die Auswahl ist frei; ohne sie lädt nichts, was Einwilligung braucht (Art. 7 Abs. 4 DSGVO)
consent-keep = Ansprüche und Bußgelder wegen einer Einwilligung verjähren nach drei Jahren (§ 195 BGB, § 31 Abs. 2 Nr. 1 OWiG)
consent-entry = nach einem halben Jahr wird erneut gefragt, wie auch immer die Antwort war

contact-basis = wer schreibt, will eine Antwort; das ist ein Interesse beider Seiten, eine Einwilligung braucht es nicht
contact-fields = eine Antwort braucht Adresse und Frage; der Name ist freiwillig
contact-data = wonach die Felder fragen
contact-subjects = wer der Website schreibt
contact-provision = niemand muss schreiben; ohne die Pflichtfelder ist keine Antwort möglich
contact-keep = sechs Monate decken Rückfragen ab; die Obergrenze beendet, was niemand geschlossen hat (Art. 5 Abs. 1 Buchst. e DSGVO)
contact-copies = die Kopie im Postfach folgt derselben Regel

cookies-basis = die gewünschte Seite zu zeigen ist ein berechtigtes Interesse
cookies-device_basis = ohne Einwilligung wird nur gesetzt, was unbedingt nötig ist (§ 25 Abs. 2 Nr. 2 TDDDG)
cookies-data = was ein notwendiges Cookie enthält
cookies-subjects = Cookies liegen auf den Geräten der Besucher
cookies-provision = der Browser speichert und sendet Cookies von selbst; er kann sie ablehnen
cookies-keep = unsere Server brauchen den Inhalt eines Cookies nur während des Besuchs
cookies-device = kein notwendiger eigener Eintrag lebt länger als ein Jahr; die Tabelle nennt jede Lebensdauer

credit_checks-basis = Ausfälle zu vermeiden ist ein berechtigtes Interesse, wo die Ware zuerst geht
credit_checks-data = wen die Auskunftei sucht und was sie antwortet
credit_checks-subjects = wer auf Rechnung kaufen will
credit_checks-recipients = die Auskunftei erfährt von der Anfrage
credit_checks-provision = ohne Prüfung geht nur Vorkasse
credit_checks-obtained_from = die Antwort kommt von der Auskunftei (Art. 14 Abs. 2 Buchst. f DSGVO)
credit_checks-note = Art. 13 Abs. 2 Buchst. f DSGVO: ob automatisch entschieden wird, muss gesagt werden
credit_checks-keep = nach einem halben Jahr ist die Antwort überholt

crm-basis = Kontakte und Angebote im Blick zu behalten ist ein berechtigtes Interesse
crm-data = wer es ist und worum es ging
crm-subjects = wer mit uns in Kontakt ist
crm-provision = niemand muss mit uns in Kontakt sein
crm-keep = nach zwei Jahren ohne Kontakt gibt es nichts mehr nachzufassen

direct_marketing-basis = Werbung per Post ist ein berechtigtes Interesse (Erwägungsgrund 47)
direct_marketing-data = was ein Brief braucht
direct_marketing-subjects = Kunden und geschäftliche Kontakte
direct_marketing-provision = ein Widerspruch ändert am Vertrag nichts
direct_marketing-keep = nach drei Jahren ohne Kontakt erwartet niemand einen Brief

embeds-basis = was andere ausliefern, ist für die Seite nicht nötig (EuGH C-40/17)
embeds-device_basis = der Anbieter liest und speichert auf dem Gerät
embeds-data = was ein Abruf beim Anbieter mitbringt
embeds-subjects = wer den Inhalt öffnet
embeds-provision = die Seite funktioniert ohne den Inhalt (Art. 7 Abs. 4 DSGVO)
embeds-keep = die Website selbst speichert dazu nichts; die Anbieter tun es nach eigenen Regeln

enquiries-basis = wer fragt, will eine Antwort; das ist ein Interesse beider Seiten
enquiries-data = was man uns mitteilt
enquiries-subjects = wer schreibt oder anruft
enquiries-provision = niemand muss fragen; ohne Kontaktdaten ist keine Antwort möglich
enquiries-keep = sechs Monate decken Rückfragen ab; die Obergrenze beendet, was niemand geschlossen hat (Art. 5 Abs. 1 Buchst. e DSGVO)
enquiries-copies = jede Kopie folgt derselben Regel

event_photos-basis = von eigenen Veranstaltungen zu berichten ist ein berechtigtes Interesse
event_photos-data = was eine Kamera sieht
event_photos-subjects = Vortragende, Teilnehmer und Gäste
event_photos-recipients = Bilder werden veröffentlicht
event_photos-provision = wer es dem Fotografen sagt, ist nicht im Bild
event_photos-keep = jedes Bild bekommt einen Tag, an dem seine Nutzung endet
event_photos-copies = ein veröffentlichtes Bild wird überall entfernt

events-basis = die Teilnahme ist ein Vertrag, auch wenn sie nichts kostet
events-data = was eine Anmeldung braucht
events-subjects = wer sich anmeldet
events-provision = ohne Namen und Adresse lässt sich kein Platz vormerken
events-keep = bis dahin kommen Fragen und Teilnahmebescheinigungen

hosting-basis = die Website verlässlich zu liefern ist ein berechtigtes Interesse
hosting-data = was ein Abruf mitbringt
hosting-subjects = wer eine Seite öffnet
hosting-provision = der Browser sendet diese Daten bei jedem Abruf
hosting-keep = das Ausliefern braucht die Daten nur, solange die Seite geliefert wird; Protokolle haben eine eigene Regel

imprint-basis = § 5 DDG verlangt von jeder geschäftlichen Website ein Impressum
imprint-law = die Grundlage 6(1)(c) muss ihr Gesetz nennen (Art. 6 Abs. 3 DSGVO)
imprint-data = § 5 Abs. 1 DDG: Vertreter, Anschrift, schneller elektronischer Kontakt
imprint-subjects = genannt ist nur, wer das Unternehmen vertritt
imprint-recipients = ein Impressum ist veröffentlicht
imprint-provision = wer ein Impressum liest, gibt keine Daten an
imprint-keep = die Pflicht, einen Vertreter zu nennen, endet mit seinem Amt

newsletter-basis = Werbung per E-Mail braucht Einwilligung (§ 7 Abs. 2 Nr. 2 UWG)
newsletter-fields = ein Newsletter braucht nur eine Adresse (Art. 5 Abs. 1 Buchst. c DSGVO)
newsletter-data = die Adresse und der Nachweis der Einwilligung
newsletter-subjects = wer abonniert
newsletter-provision = von einem Abonnement hängt nichts ab (Art. 7 Abs. 4 DSGVO)
newsletter-tracking = zu messen, wer was liest, braucht eine eigene Einwilligung (§ 25 Abs. 1 TDDDG)
newsletter-keep = der Zweck endet, wenn sich die Person abmeldet
newsletter-unconfirmed = der Bestätigungslink gilt sieben Tage; danach hat der Eintrag keinen Zweck
newsletter-proof = Ansprüche wegen Werbung verjähren drei Jahre nach dem Jahresende (§§ 195, 199 Abs. 1 BGB)
newsletter-suppression = es bleibt nur eine verschlüsselte Prüfsumme, zu einem Zweck: nicht mehr zu schreiben (Art. 6 Abs. 1 Buchst. f, Art. 21 Abs. 3 DSGVO)

notice-basis = zu informieren ist eine Pflicht
notice-law = die Pflicht zu informieren
notice-data = eine Adresse, wo Änderungen per E-Mail mitgeteilt werden
notice-subjects = wer Änderungen mitgeteilt bekommt
notice-provision = die Erklärung zu lesen braucht keine Daten
notice-keep = die Erklärung zu zeigen speichert nichts

orders-basis = der Vertrag, danach die gesetzliche Pflicht, seine Unterlagen aufzubewahren
orders-law = die Pflichten, Unterlagen aufzubewahren
orders-data = was eine Bestellung braucht
orders-subjects = wer bestellt
orders-recipients = Unterlagen gehen dorthin, wohin das Gesetz sie schickt
orders-provision = ohne diese Angaben lässt sich der Vertrag nicht erfüllen
orders-keep = Ansprüche wegen Mängeln verjähren zwei Jahre nach der Lieferung (§ 438 Abs. 1 Nr. 3 BGB)
orders-then = Belege bleiben seit 2025 acht Jahre (§ 147 Abs. 3 AO, § 257 Abs. 4 HGB)
orders-reason = eine Einschränkung nennt ihr Gesetz

partner_accounts-basis = der Vertrag mit Partnern, die Menschen sind; sonst das Interesse an der Zusammenarbeit mit ihren Beschäftigten
partner_accounts-device_basis = ohne das Sitzungs-Cookie geht keine Anmeldung
partner_accounts-data = was eine Partnerschaft braucht
partner_accounts-subjects = Partner und ihre Ansprechpartner
partner_accounts-provision = ohne diese Angaben ist keine Partnerschaft möglich
partner_accounts-keep = das Konto dient dem Vertrag
partner_accounts-then = Rechnungen und ihre Unterlagen bleiben acht Jahre (§ 147 Abs. 3 AO, § 257 Abs. 4 HGB)

payments-basis = Zahlen gehört zum Vertrag; Belege sind nach dem Gesetz aufzubewahren
payments-law = die Pflichten, Unterlagen aufzubewahren
payments-data = was eine Zahlung bei uns braucht
payments-subjects = wer zahlt
payments-recipients = wer die Zahlung ausführt
payments-provision = ohne Zahlungsdaten steht die gewählte Zahlungsart nicht zur Verfügung
payments-keep = Belege bleiben seit 2025 acht Jahre (§ 147 Abs. 3 AO, § 257 Abs. 4 HGB)

processors-basis = Arbeit zu teilen ist ein berechtigtes Interesse; Art. 28 DSGVO erlaubt es mit einem Vertrag
processors-data = was jede Aufgabe braucht, wie dort gesagt
processors-subjects = die Menschen der jeweiligen Tätigkeit
processors-provision = niemand gibt einem Auftragsverarbeiter unmittelbar Daten
processors-keep = Auftragsverarbeiter speichern nichts über die Tätigkeiten hinaus, für die sie arbeiten

rights-basis = Anträge sind zu beantworten, und die Antwort ist nachzuweisen
rights-law = die Pflichten, zu antworten und es nachzuweisen
rights-data = der Antrag, die Antwort und wie die Identität geprüft wurde
rights-subjects = wer ein Recht ausübt
rights-provision = kein Gesetz verlangt sie; ohne Angaben, die die Person erkennen lassen, lassen sich keine Daten finden (Art. 11, 12 Abs. 6 DSGVO)
rights-keep = die Antwort dient als Nachweis, bis Ansprüche und Bußgelder verjährt sind (§§ 195, 199 Abs. 1 BGB, § 31 Abs. 2 Nr. 1 OWiG)

security-basis = die Sicherheit von Netz und Daten ist ein berechtigtes Interesse (Erwägungsgrund 49)
security-data = was einen Angriff zeigt
security-subjects = wer die Website nutzt
security-provision = die Daten entstehen bei jedem Abruf
security-keep = Angriffe fallen oft erst nach Wochen auf; neunzig Tage genügen

server_logs-basis = Betrieb und Sicherheit der Website sind ein berechtigtes Interesse (Erwägungsgrund 49)
server_logs-data = die Felder einer Protokollzeile
server_logs-subjects = jeder Abruf wird protokolliert
server_logs-provision = der Browser sendet diese Daten bei jedem Abruf
server_logs-keep = sieben Tage sind gefestigte Übung; kein Gesetz nennt eine Frist
server_logs-hold = Zeilen, die einen Angriff zeigen, sind Beweise (Art. 17 Abs. 3 Buchst. e DSGVO); die Obergrenze hält das eine Ausnahme
server_logs-copies = eine Regel, die die Sicherungen ausspart, ist keine (Art. 17 DSGVO)

shipping-basis = die Lieferung gehört zum Vertrag
shipping-data = was eine Lieferung braucht
shipping-subjects = wer eine Lieferung bekommt
shipping-recipients = Ware reist mit einem Frachtführer
shipping-provision = ohne Anschrift lässt sich nichts liefern
shipping-keep = bis dahin ist die Haftung des Frachtführers für Verluste geklärt (§ 438 HGB)

social_links-basis = zu zeigen, wo man uns noch findet, ist ein berechtigtes Interesse
social_links-data = nur der Klick selbst, der fortführt
social_links-subjects = wer einem Link folgt
social_links-provision = niemand muss einem Link folgen
social_links-keep = ein einfacher Link speichert nichts

social_presence-basis = dort zu informieren und zu sprechen, wo Menschen sind, ist ein berechtigtes Interesse
social_presence-data = was Besucher eines Profils uns zeigen, und Summen vom Netzwerk
social_presence-subjects = wer das Profil besucht
social_presence-provision = alles, was wir dort sagen, steht auch auf unserer Website
social_presence-keep = Nachrichten an ein Profil werden übernommen oder gelöscht, wenn sie niemandem mehr nützen

soft_opt_in-basis = Werbung an Kunden ist ein berechtigtes Interesse (Erwägungsgrund 47)
soft_opt_in-law = die Ausnahme von der Einwilligung
soft_opt_in-data = die Adresse und was gekauft wurde
soft_opt_in-subjects = wer gekauft hat
soft_opt_in-provision = ein Widerspruch kostet nichts und ändert am Vertrag nichts
soft_opt_in-keep = nach zwei Jahren ohne Bestellung erwartet niemand solche Post

suppression-basis = einen Widerspruch auf Dauer zu achten braucht ein Zeichen davon
suppression-data = eine Prüfsumme genügt, um eine Adresse wiederzuerkennen
suppression-subjects = wer keine Post mehr will
suppression-provision = der Eintrag folgt aus dem Widerspruch
suppression-keep = auch der Widerspruch hat kein Ende
suppression-end = die Person kann auch dem Eintrag widersprechen
suppression-review = eine unbegrenzte Frist braucht einen regelmäßigen Blick (Art. 5 Abs. 1 Buchst. e DSGVO)
suppression-reason = eine unbegrenzte Frist muss sagen, warum

talent_pool-basis = eine Bewerbung nach dem Verfahren zu behalten braucht eine eigene Einwilligung
talent_pool-data = die Unterlagen der Bewerbung
talent_pool-subjects = Bewerber, die eingewilligt haben
talent_pool-recipients = nur wer Stellen besetzt
talent_pool-provision = der Pool wirkt sich auf kein Verfahren aus (Art. 7 Abs. 4 DSGVO)
talent_pool-keep = nach zwei Jahren sind Angaben überholt; nur eine neue Einwilligung beginnt von vorn
talent_pool-end = ein Widerruf beendet den Zweck (Art. 7 Abs. 3, 17 Abs. 1 Buchst. b DSGVO)
talent_pool-then = ein Widerruf darf keine Kopien übrig lassen
talent_pool-copies = die Frist gilt für jede Kopie

transfers-basis = manche Anbieter arbeiten außerhalb des EWR; jede Übermittlung hat ihre eigene Grundlage
transfers-data = was jede Tätigkeit braucht, wie dort gesagt
transfers-subjects = die Menschen der jeweiligen Tätigkeit
transfers-provision = niemand gibt unmittelbar Daten für eine Übermittlung
transfers-keep = eine Übermittlung speichert nichts über die Tätigkeit hinaus, zu der sie gehört

video_calls-basis = Gespräche über einen Vertrag; sonst das Interesse, von Angesicht zu Angesicht zu sprechen
video_calls-device_basis = das Gespräch war gewünscht; es braucht Zugriff auf Kamera und Mikrofon
video_calls-data = was ein Gespräch überträgt
video_calls-subjects = alle im Gespräch
video_calls-recipients = wer teilnimmt, hört und sieht die anderen
video_calls-provision = ein Telefongespräch geht auch
video_calls-keep = Bild und Ton werden übertragen, nicht gespeichert

webinars-basis = die Teilnahme ist ein Vertrag, auch wenn sie nichts kostet
webinars-data = was Anmeldung und Teilnahme brauchen
webinars-subjects = wer sich anmeldet
webinars-provision = ohne Adresse lässt sich kein Zugang schicken
webinars-keep = Fragen und Teilnahmebescheinigungen kommen binnen eines halben Jahres
