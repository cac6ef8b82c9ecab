"""Words that name personal data in schemas, German and English, full and short, with the category they belong to.

Data only. ``ALWAYS`` are personal wherever they stand, ``NEAR`` where the table is about or tied to a person, ``OWN``
only in a table about persons, ``FREE`` is free text that people write (Art. 4(1), 9 GDPR).
"""

from __future__ import annotations

from zweck.systems.map.word import split


def _read(lines: str) -> dict[tuple[str, ...], str]:
    made: dict[tuple[str, ...], str] = {}
    for line in lines.strip().splitlines():
        category, _, rest = line.partition(":")
        made |= {split(phrase): category.strip() for phrase in rest.split(",")}
    return made


ALWAYS = _read("""
email: email, e mail, mail, mail address, email address, emailadresse, email adresse, mailadresse, mailadr, emailaddr,
email: epost, mail addr, email addr, emailid, reply to, bcc
phone: phone, telephone, tel, telefon, telefonnummer, telefonnr, tel nr, tel no, phone number, phone no, phone nr, fon
phone: handy, handynummer, handynr, mobil, mobile, mobilnummer, mobilnr, mobiltelefon, mobile phone, mobile number
phone: cell, cellphone, cell phone, fax, telefax, faxnummer, fax number, rufnummer, festnetz, phonenumber, msisdn
phone: telephone number, durchwahl, whatsapp, contact number
name: first name, firstname, fname, forename, given name, givenname, vorname, rufname, prename, middle name, middlename
name: middle initial, last name, lastname, lname, surname, nachname, familienname, family name, familyname, zuname
name: maiden name, birth name, geburtsname, full name, fullname, real name, realname, display name, displayname
name: nick name, nickname, nicename, salutation, anrede, titel anrede, briefanrede, contact name, contact person
name: ansprechpartner, kontaktperson, kontoinhaber, account holder, account owner, account name, card holder, cardholder
name: holder name, name on card, kuenstlername, person name, customer name, client name, patient name, student name
name: employee name, author name, authorname, user name display, kundenname, mitarbeitername, benutzername anzeige
name: teilnehmername, mitgliedsname, recipient name, empfaengername, sender name, absendername, from name, guest name
name: name vorname, vor nachname, vor und nachname, title of courtesy, courtesy title, spitzname, sachbearbeiter
name: ship name, shipping name, billing name, bill name, delivery name, payment name, liefername, rechnungsname
name: attention, z hd, zhd, member name, owner name, name first, name last, aliasname, screen name, screenname
name: applicant name, bewerbername, visitor name, reviewer name, poster name, person first, signed by, inhaber
birth-date: birth date, birthdate, birthday, bday, dob, date of birth, geburtsdatum, geburtstag, gebdatum, geb dat, gebdat
birth-date: geb datum, birth year, geburtsjahr, birth place, birthplace, place of birth, geburtsort, year of birth, geb
birth-date: birth, date birth, birth day, geboren, geboren am
profile: gender, sex, geschlecht, nationality, nationalitaet, staatsangehoerigkeit, citizenship, marital status
profile: familienstand, civil status, ethnicity, race ethnicity, religion, konfession, muttersprache, pronouns
online-identifiers: ip, ip address, ipaddress, ip addr, ipaddr, ip adresse, ipadresse, remote addr, remote ip
online-identifiers: client ip, user ip, ipv4, ipv6, mac address, device id, visitor id, visitorid, idvisitor, id visitor
online-identifiers: cookie id, forwarded ip, last ip, login ip, host ip, advertising id, fingerprint, location ip
device: user agent, useragent, ua string, browser agent, http user agent
credentials: username, user name, login name, loginname, user login, benutzername, anmeldename, nutzername, userlogin
credentials: password, passwort, passwd, passwort hash, passworthash, pwd, kennwort, password hash, passwordhash, pass
credentials: pass hash, user pass, passphrase, pw hash, encrypted password, password salt, password digest
credentials: security answer, security question, sicherheitsfrage, reset token, remember token, activation key
credentials: password reset token, confirmation token, two factor secret, twofactor secret, totp secret, recovery code
credentials: invite token, invite link token, password token, verification token, act key, recovery codes, access token
credentials: refresh token, login token, pass salt, newpasswd, api token user, old password
bank: iban, bic, swift, bic code, iban number, ibannummer, kontonummer, konto nr, kontonr, bankleitzahl, blz
bank: account number, bank account, bank account number, routing number, bankverbindung, sort code, bank name
bank: bankname, kreditinstitut, bank code, bank number, bank swift code, bank branch number, bank account name, sepa mandat
bank: mandatsreferenz, mandate reference, paypal, paypal email, paypal account, cheque
payment: credit card, creditcard, credit card number, card number, cardnumber, ccn, cc number, ccnum, kreditkarte
payment: kreditkartennummer, cvv, cvc, pan, card expiry, cc exp, karten nr, kartennummer, cc owner, cc last
profile: ssn, social security number, social security, national id, personalausweis, ausweisnummer, ausweis nr
profile: passport, passport number, passport no, reisepass, tax id, steuer id, steueridentifikationsnummer, steuernummer
profile: steuer nr, sozialversicherungsnummer, sv nummer, rentenversicherungsnummer, drivers license, license number
profile: fuehrerschein, driver license, identity number, id card number, versichertennummer, krankenkasse, personalnummer
health: diagnosis, diagnose, blood type, blutgruppe, allergies, allergien, disability, behinderung, medication
health: medikament, medikamente, krankheit, medical history, anamnese, befund, symptoms, symptome, schwerbehindert
address: street address, strasse, street, str, street name, streetname, strasse nr, strassenname, hausnummer, hausnr
address: haus nr, house number, house no, street number, streetnr, street nr, anschrift, postanschrift
address: home address, postal address, mailing address, wohnort, addinfo, address line, addressline, adresszusatz
address: adresszeile, additional address line, strasse hausnummer, privatadresse, hausnummerzusatz
address: ship address, shipping address, billing address, lieferadresse, rechnungsadresse, lieferanschrift
address: rechnungsanschrift, address additional, plz ort, po box, postfach
location: gps latitude, gps longitude, geo position, last location, home location, geoposition
profile: salary, gehalt, lohn, hourly wage, einkommen, monthly salary, annual salary
profile: facebook, twitter, linkedin, instagram, xing, skype, icq, jabber, telegram, msn, yahoo, aim, facebook id
profile: vcard, emergency contact, notfallkontakt, beruf, occupation, job title, jobtitle, hire date, eintrittsdatum
profile: profile picture, profile image, profilbild, avatar, curriculum vitae, lebenslauf, unterschrift, vita
name: sal, author, autor, verfasser, realname alt
credentials: login, creator login, inviter login
payment: card code, card security code
name: recipient, receiver, empfaenger, sender, absender, photographer, photographers, fotograf
credentials: confirmation key, confirmation code, confirmationkey, auto login id
profile: death date, date of death, sterbedatum, todesdatum, home page user
name: comment author, created by name, erstellt von name, bearbeiter name
content: user meta, customer note, customer comment, kundenkommentar, kundenbemerkung
""")

NEAR = _read("""
address: city, town, ort, stadt, zip, plz, zip code, zipcode, postcode, post code, postal code, postalcode, postleitzahl
address: region, state, province, district, county, bundesland, kanton, ortsteil, stadtteil, land, country, suburb
address: country name, zone, address, adresse, addr, house, haus, apartment, locality, stateprovince, county name, suite
address: state province, address format custom, country code, address region, address locality
employer: company, firma, company name, firmenname, firmname, organisation, organization, unternehmen, employer
employer: arbeitgeber, department, abteilung, contact title, vat id, ustid, ust id, ustidnr, vat number, tax number
employer: umsatzsteuer id, company name extra
name: name, contact, kontakt, owner
name: kuenstler, kunde, customer, poster, reporter, name suffix, name prefix, initials, pseudonym, alias, besteller
credentials: token, token code, secret, auth key, session token, api key, apikey, hash key, hashkey, otp, salt, pin, auth token
credentials: username canonical, sso id, oauth uid, external login, update key, reset key, password answer, creator login
credentials: invited by, user, access key, sess key, confirm key, validation key, activation code, optin code, nutzer
credentials: login code, verification code
online-identifiers: session, host, hostname, client, remote host, config id, device, device token, push token, cookie
online-identifiers: client id, visitor, uuid visitor
log-referrer: referer, referrer, http referer, request url, page url, request uri, current page, author url
device: agent, browser, operating system
payment: ccv, security code, cc type owner
location: latitude, longitude, lat, lng, lon, geo lat, geo lng, breitengrad, laengengrad, location, standort, geolocation
reference: customer number, customernumber, kundennummer, kunden nr, kundennr, custnr, customer nr, customer no
reference: mitgliedsnummer, mitgliednummer, mitglieds nr, member number, patient number, matrikelnummer, personal nr
reference: employee number, staff number, debitorennummer, tracking code
content: custom field, custom fields, user data, personal data, form data, answers, antworten
image: photo, foto, picture, bild, photo path, portrait, headshot, lichtbild
profile: website, homepage, web site, profile url, user url, personal website
profile: age, alter, height person, body weight
content: sent to, mail to, mail from, to address, from address, recipients, to email, empfaengeradresse
""")

OWN = _read("""
name: title, titel, suffix, prefix, initials, akad titel, namenszusatz, handle, subname
employer: position, job, rank, dienstgrad, extension, nebenstelle, funktion, team, office
image: image, img, pic, icon user, bild pfad
profile: bio, biography, biographie, about, about me, hobbies, interests, interessen, url, web, interest, education
profile: signature, tax, weight, qualification, qualifikation, faehigkeiten, skills
content: notes, memo, notizen
""")

FREE = _read("""
content: comment, comments, kommentar, kommentare, bemerkung, bemerkungen, anmerkung, anmerkungen, note, notes, notiz
content: notizen, remark, remarks, message, nachricht, message text, nachrichtentext, feedback, internal note, vermerk
content: customer message, admin comment, wunsch, wuensche, private notes, internal comment, beschwerde, anliegen, anfrage
content: comment text, comment content, comment body, order note, order comment, order notes, card text, complaint, inquiry
content: wall of text, staff notes, testimonial, greeting, grusstext, widmung, cover letter, anschreiben, request text
""")

WRITTEN = _read("""
content: text, body, content, data, value, values, keyword, keywords, search, search term, searchterm, suchbegriff, vars
content: binary, payload, headline, header, subject, betreff, inhalt, title, titel, answer, antwort, question, frage, reply
content: description, beschreibung, review, entry, meta value, query, response, vars data, details, points positive
""")
"""What people wrote, if the table is one where people write."""

PLACES = frozenset(
    "ship shipping bill billing delivery invoice payment liefer lieferung rechnung rechnungs home private privat recipient"
    " sender empfaenger absender customer kunden kunde user contact kontakt guest mailing work geschaeft dienst residence"
    " wohn member birth geburts personal person primary secondary alt second main del emergency besteller payer buyer".split()
)
"""Before an address or a name they make it a person's."""

TRAILS = frozenset(
    "1 2 3 4 5 line nr no number nummer alt old new neu alternate alternative privat private gesch geschaeftlich dienstlich"
    " work home encrypted enc canonical normalized normalised lower upper raw plain hash hashed md sha gmt value text txt"
    " field feld primary secondary full crypt clear str string addition additional extra one two legacy temp".split()
)
"""After a word they change nothing about what it is."""

HARMLESS = frozenset(
    "id ids count counter anzahl status type typ art format required enabled visible hidden verified confirmed at on date"
    " datum zeit time timestamp template vorlage optin failed method limit length size expiry expires expire expiration"
    " order sort position level flag mode active valid sent policy rule rules setting settings config attempts attempt"
    " changed updated created modified deleted total subjectline validation pattern days hours minutes seconds class"
    " version group groups role roles category categories mandatory allowed max min prefix suffix separator server port"
    " protocol encoding charset mime mimetype extension path folder label caption placeholder subjects interval frequency"
    " provider gateway rate amount price cost costs fee tax sum betrag preis kosten steuer module plugin theme block"
    " notify notification notifications subscribe public show display editable readonly unique sortorder rating score ok"
    " permission permissions privilege access scope available use uses used only needed check checked since until from to"
    " last first next begin start end stop".split()
)
"""As the last word they say something about a thing, and are not the thing."""

PERSONS = frozenset(
    "customer customers kunde kunden user users benutzer nutzer member members mitglied mitglieder person persons personen"
    " people employee employees mitarbeiter staff contact contacts kontakt kontakte ansprechpartner patient patienten"
    " student students schueler studenten teacher lehrer applicant applicants bewerber candidate candidates kandidat"
    " subscriber subscribers abonnent abonnenten empfaenger recipient recipients guest guests gast gaeste visitor visitors"
    " besucher lead leads actor actors author authors autor autoren participant participants teilnehmer attendee attendees"
    " address addresses adresse adressen anschrift client clients mandant klient account accounts konto player players"
    " spieler driver drivers fahrer doctor doctors arzt aerzte owner owners eigentuemer besitzer identity identities"
    " profile profiles profil admin admins administrator operator agent agents kuenstler artist signatory trainer tutor"
    " reviewer buyer kaeufer seller verkaeufer vendor contactperson mieter tenant vermieter landlord passenger passagier"
    " resident einwohner voter waehler child children kind kinder parent parents eltern guardian family familie familien"
    " officer donor donors spender volunteer volunteers helfer crew worker workers arbeiter personnel personal angestellte"
    " debitor debitoren kreditor login logins usr auth patron referee judge rider invitee invitation invitations signup"
    " registration registrations anmeldung anmeldungen prospect prospects interessent interessenten correspondent partner"
    " schuldner versicherter beneficiary insured leser reader follower speaker referent betreuer freelancer employeedata"
    " collector poster newssubscribed abo fahrgast azubi praktikant vorstand gruppenleiter ehepartner spouse kuenstlerin"
    " payer zahler subscriptionuser card affiliate affiliates".split()
)

EVENTS = frozenset(
    "order orders bestellung bestellungen auftrag auftraege invoice invoices rechnung rechnungen payment payments zahlung"
    " zahlungen message messages nachricht nachrichten comment comments kommentar kommentare review reviews bewertung"
    " bewertungen ticket tickets request requests anfrage anfragen inquiry inquiries enquiry feedback log logs protokoll"
    " history historie session sessions sitzung sitzungen token tokens visit visits hit hits search searches click clicks"
    " booking bookings buchung buchungen reservation reservations reservierung reservierungen appointment appointments"
    " termin termine rental rentals return returns retoure cart basket warenkorb wishlist subscription subscriptions abo"
    " newsletter chat chats call calls anruf anrufe mail mails email emails post posts thread threads note notes notiz"
    " notizen remark remarks bemerkung activity activities event events signature signatures petition vote votes"
    " application applications bewerbung bewerbungen consent consents einwilligung donation donations spende spenden"
    " transaction transactions claim claims contract contracts vertrag vertraege delivery lieferung shipment submission"
    " submissions entry entries answer answers antwort antworten reply replies online failure audit report reports"
    " referral complaint beschwerde gdpr conversion guestbook gaestebuch pricealarm recommlists transcript".split()
)

WRITING = frozenset(
    "message messages nachricht nachrichten comment comments kommentar kommentare review reviews bewertung bewertungen"
    " ticket tickets request inquiry enquiry anfrage anfragen feedback remark remarks note notes notiz notizen bemerkung"
    " chat chats session sessions search searches usermeta meta mail mails email emails call guestbook gaestebuch reply"
    " replies answer answers antwort antworten submission submissions petition application bewerbung pm privmsgs contact"
    " transcript entry entries activity complaint testimonial vote draft drafts optin pm privmsg userpayments payments".split()
)

THINGS = frozenset(
    "product products produkt produkte article articles artikel item items category categories kategorie kategorien tax"
    " country countries land laender currency currencies waehrung language languages sprache locale region regions zone"
    " zones state states city cities stadt staedte config configuration setting settings option options module modules"
    " plugin plugins extension extensions theme themes template templates vorlage menu menus role roles group groups"
    " gruppe gruppen permission permissions privilege translation translations seo route routes cron job jobs queue"
    " migration migrations version versions attribute attributes field fields property properties manufacturer"
    " manufacturers hersteller supplier suppliers lieferant lieferanten shipper shippers vendor brand brands warehouse"
    " lager shop shops store stores site sites company companies firma filiale branch location locations territory film"
    " films movie book books track tracks album albums playlist genre media file files datei dateien image images banner"
    " banners coupon coupons voucher vouchers gutschein discount discounts price prices rule rules filter filters type"
    " types typ status statuses description descriptions stock inventory unit units set sets feature features course"
    " courses kurs page pages seite link links tag tags sequence counter cache lock locks smiley widget layout"
    " reports statistic statistics schedule calendar holiday resource resources domain domains server forum forums topic"
    " topics board department departments abteilung priority help faq content contents news archive archives emotion"
    " wrapping district api task tasks level levels score backup kunstwerk demographics list lists campaign campaigns"
    " format formats method methods provider providers pattern patterns reason reasons action actions address_format".split()
)

OPERATORS = frozenset(
    "shop shops store stores site sites company companies firma filiale branch location locations warehouse lager supplier"
    " suppliers lieferant lieferanten shipper shippers vendor vendors manufacturer manufacturers hersteller settings config"
    " configuration setting tenant mandant organisation organization organizations club verein plugin plugins extension"
    " module modification theme spediteur carrier carriers bank banks api server smtp department departments".split()
)
CONFIGURES = frozenset(
    "config configuration setting settings einstellung einstellungen template templates vorlage vorlagen cron crontab cms"
    " plugin plugins oauth oidc saml sso theme migration demo".split()
)
"""Anywhere in the name of a table they make it one about the program itself."""

VALUES = frozenset("data value values meta attribute attributes daten werte answers antworten eav".split())
"""A table of values that belong to a person or a form: what stands in it is said by another table."""

UNTIED = frozenset(
    "remark remarks bemerkung comment comments kommentar message messages nachricht review reviews note notes notiz session"
    " sessions feedback guestbook gaestebuch chat chats inquiry enquiry anfrage complaint testimonial transcript".split()
)
"""Here people write, or are followed, even if nothing ties the row to them."""

"""Tables about the operator or about companies: their address is not a person's."""

ACTIVITIES: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (activity, frozenset(words.split()))
    for activity, words in (
        (
            "newsletter",
            "newsletter newssubscribed subscriber subscribers abonnent abonnenten mailinglist mailing campaign",
        ),
        (
            "applications",
            "applicant applicants bewerber bewerbung bewerbungen candidate candidates application vacancy",
        ),
        (
            "orders",
            "order orders bestellung bestellungen auftrag auftraege invoice invoices rechnung rechnungen payment payments"
            " zahlung cart basket warenkorb checkout return returns shipment delivery transaction rental rentals"
            " payment_card card subscription pricealarm voucher wishlist",
        ),
        ("appointments", "appointment appointments termin termine booking bookings buchung reservation reservierung"),
        ("events", "participant participants teilnehmer attendee attendees registration anmeldung"),
        (
            "analytics",
            "visit visits hit hits pageview conversion tracking analytics visitor visitors click clicks online",
        ),
        ("chat", "chat chats transcript"),
        (
            "contact",
            "contact contacts kontakt kontakte message messages nachricht ticket tickets inquiry enquiry anfrage request"
            " feedback comment comments kommentar guestbook review reviews",
        ),
        (
            "security",
            "log logs login logins session sessions audit token tokens attempt brute failed ban bans authorize",
        ),
        ("consent", "consent consents einwilligung"),
        ("rights", "gdpr dsgvo"),
        (
            "accounts",
            "customer customers kunde kunden user users benutzer account accounts member members mitglied profile address"
            " addresses adresse adressen person personen usermeta",
        ),
    )
)
"""The kind of activity that a table's words speak of; the first that matches counts."""

MODIFIERS = frozenset(
    "bill del deliv ship liefer rechnungs rechnung kunden kunde priv privat gesch mob user usr usermeta meta sess reg last"
    " first nick real display contact author customer member guest person file article object news letter basket baskets"
    " items item files data subscribed alarm price recomm list lists log logs admin login accepted terms vouchers voucher"
    " remark ratings rating actions action seo tpl blocks user4 comm cust nr adress strassen haus geb dat post ort tel e in"
    " de und oder mit ohne alte neue neuer konto mitglieds mitarbeiter benutzer firmen bank buchungs stamm daten liste"
    " sal company add info two factor auth recovery code codes secret reset new key pass hash salt id visitor".split()
)

KNOWN: frozenset[str] = frozenset(
    word for group in (ALWAYS, NEAR, OWN, FREE, WRITTEN) for phrase in group for word in phrase if len(word) > 1
) | {
    word
    for words in (PLACES, TRAILS, HARMLESS, PERSONS, EVENTS, THINGS, MODIFIERS)
    for word in words
    if len(word) > 1 and word.isalpha()
}
"""All words that a name written together is split into."""
