"""Words that name personal data in schemas, German and English, full and short, with the category they belong to.

Data only. ``ALWAYS`` are personal wherever they stand, ``NEAR`` where the table is about or tied to a person, ``OWN``
only in a table about persons, ``FREE`` is free text that people write (Art. 4(1), 9 GDPR).
"""

from __future__ import annotations

from zweck.systems.map.word import split


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def _read(lines: str) -> dict[tuple[str, ...], str]:
    made: dict[tuple[str, ...], str] = {}
    for line in lines.strip().splitlines():
        category, _, rest = line.partition(":")
        made |= {split(phrase): category.strip() for phrase in rest.split(",")}
    return made


ALWAYS = _read("""
name: nick, to name, greeting, ship to name, invitee, publisher name
email: jid, emailed to, sent to, xmpp
credentials: mfa, mfa secret, otp code, otp secret, account name user, serverkey
bank: bank
payment: cc expires, cc expiry, card expiry, cc cvv
profile: stundenlohn, body weight, koerpergewicht, verdienst, payer id
health: bmi, koerperfett, blutdruck, blood pressure, impfstatus
email: e mail adresse, mail adresse, e mail address
email: email, e mail, mail, mail address, email address, emailadresse, email adresse, mailadresse, mailadr
email: emailaddr, epost, mail addr, email addr, emailid, reply to, bcc
phone: phone, telephone, tel, telefon, telefonnummer, telefonnr, tel nr, tel no, phone number, phone no, phone nr
phone: fon, handy, handynummer, handynr, mobil, mobile, mobilnummer, mobilnr, mobiltelefon, mobile phone
phone: mobile number, cell, cellphone, cell phone, fax, telefax, faxnummer, fax number, rufnummer, festnetz
phone: phonenumber, msisdn, telephone number, durchwahl, whatsapp, contact number
name: first name, firstname, fname, forename, given name, givenname, vorname, rufname, prename, middle name
name: middlename, middle initial, last name, lastname, lname, surname, nachname, familienname, family name
name: familyname, zuname, maiden name, birth name, geburtsname, full name, fullname, real name, realname
name: display name, displayname, nick name, nickname, nicename, salutation, anrede, titel anrede, briefanrede
name: contact name, contact person, ansprechpartner, kontaktperson, kontoinhaber, account holder, account owner
name: account name, card holder, cardholder, holder name, name on card, kuenstlername, person name, customer name
name: client name, patient name, student name, employee name, author name, authorname, user name display, kundenname
name: mitarbeitername, benutzername anzeige, teilnehmername, mitgliedsname, recipient name, empfaengername
name: sender name, absendername, from name, guest name, name vorname, vor nachname, vor und nachname
name: title of courtesy, courtesy title, spitzname, sachbearbeiter, ship name, shipping name, billing name
name: bill name, delivery name, payment name, liefername, rechnungsname, attention, z hd, zhd, member name
name: owner name, name first, name last, aliasname, screen name, screenname, applicant name, bewerbername
name: visitor name, reviewer name, poster name, person first, signed by, inhaber, sal, author, autor, verfasser
name: realname alt, recipient, receiver, empfaenger, sender, absender, photographer, photographers, fotograf
name: comment author, created by name, erstellt von name, bearbeiter name
birth-date: birth date, birthdate, birthday, bday, dob, date of birth, geburtsdatum, geburtstag, gebdatum, geb dat
birth-date: gebdat, geb datum, birth year, geburtsjahr, birth place, birthplace, place of birth, geburtsort
birth-date: year of birth, geb, birth, date birth, birth day, geboren, geboren am
profile: gender, sex, geschlecht, nationality, nationalitaet, staatsangehoerigkeit, citizenship, marital status
profile: familienstand, civil status, ethnicity, race ethnicity, religion, konfession, muttersprache, pronouns, ssn
profile: social security number, social security, national id, personalausweis, ausweisnummer, ausweis nr, passport
profile: passport number, passport no, reisepass, tax id, steuer id, steueridentifikationsnummer, steuernummer
profile: steuer nr, sozialversicherungsnummer, sv nummer, rentenversicherungsnummer, drivers license, license number
profile: fuehrerschein, driver license, identity number, id card number, versichertennummer, krankenkasse
profile: personalnummer, salary, gehalt, lohn, hourly wage, einkommen, monthly salary, annual salary, facebook
profile: twitter, linkedin, instagram, xing, skype, icq, jabber, telegram, msn, yahoo, aim, facebook id, vcard
profile: emergency contact, notfallkontakt, beruf, occupation, job title, jobtitle, hire date, eintrittsdatum
profile: profile picture, profile image, profilbild, avatar, curriculum vitae, lebenslauf, unterschrift, vita
profile: death date, date of death, sterbedatum, todesdatum, home page user
online-identifiers: ip, ip address, ipaddress, ip addr, ipaddr, ip adresse, ipadresse, remote addr, remote ip
online-identifiers: client ip, user ip, ipv4, ipv6, mac address, device id, visitor id, visitorid, idvisitor
online-identifiers: id visitor, cookie id, forwarded ip, last ip, login ip, host ip, advertising id, fingerprint
online-identifiers: location ip
device: user agent, useragent, ua string, browser agent, http user agent
credentials: username, user name, login name, loginname, user login, benutzername, anmeldename, nutzername
credentials: userlogin, password, passwort, passwd, passwort hash, passworthash, pwd, kennwort, password hash
credentials: passwordhash, pass, pass hash, user pass, passphrase, pw hash, encrypted password, password salt
credentials: password digest, security answer, security question, sicherheitsfrage, reset token, remember token
credentials: activation key, password reset token, confirmation token, two factor secret, twofactor secret
credentials: totp secret, recovery code, invite token, invite link token, password token, verification token
credentials: act key, recovery codes, access token, refresh token, login token, pass salt, newpasswd, api token user
credentials: old password, login, creator login, inviter login, confirmation key, confirmation code, confirmationkey
credentials: auto login id
bank: iban, bic, swift, bic code, iban number, ibannummer, kontonummer, konto nr, kontonr, bankleitzahl, blz
bank: account number, bank account, bank account number, routing number, bankverbindung, sort code, bank name
bank: bankname, kreditinstitut, bank code, bank number, bank swift code, bank branch number, bank account name
bank: sepa mandat, mandatsreferenz, mandate reference, paypal, paypal email, paypal account, cheque
payment: credit card, creditcard, credit card number, card number, cardnumber, ccn, cc number, ccnum, kreditkarte
payment: kreditkartennummer, cvv, cvc, pan, card expiry, cc exp, karten nr, kartennummer, cc owner, cc last
payment: card code, card security code
health: diagnosis, diagnose, blood type, blutgruppe, allergies, allergien, disability, behinderung, medication
health: medikament, medikamente, krankheit, medical history, anamnese, befund, symptoms, symptome, schwerbehindert
address: street address, strasse, street, str, street name, streetname, strasse nr, strassenname, hausnummer, hausnr
address: haus nr, house number, house no, street number, streetnr, street nr, anschrift, postanschrift, home address
address: postal address, mailing address, wohnort, addinfo, address line, addressline, adresszusatz, adresszeile
address: additional address line, strasse hausnummer, privatadresse, hausnummerzusatz, ship address
address: shipping address, billing address, lieferadresse, rechnungsadresse, lieferanschrift, rechnungsanschrift
address: address additional, plz ort, po box, postfach
location: gps latitude, gps longitude, geo position, last location, home location, geoposition
content: user meta, customer note, customer comment, kundenkommentar, kundenbemerkung
""")

NEAR = _read("""
address: city, town, ort, stadt, zip, plz, zip code, zipcode, postcode, post code, postal code, postalcode
address: postleitzahl, region, state, province, district, county, bundesland, kanton, ortsteil, stadtteil, land
address: country, suburb, country name, zone, address, adresse, addr, house, haus, apartment, locality
address: stateprovince, county name, suite, state province, address format custom, country code, address region
address: address locality
employer: company, firma, company name, firmenname, firmname, organisation, organization, unternehmen, employer
employer: arbeitgeber, department, abteilung, contact title, vat id, ustid, ust id, ustidnr, vat number, tax number
employer: umsatzsteuer id, company name extra
name: name, contact, kontakt, owner, kuenstler, kunde, customer, poster, reporter, name suffix, name prefix
name: initials, pseudonym, alias, besteller
credentials: token, token code, secret, auth key, session token, api key, apikey, hash key, hashkey, otp, salt, pin
credentials: auth token, username canonical, sso id, oauth uid, external login, update key, reset key
credentials: password answer, creator login, invited by, user, access key, sess key, confirm key, validation key
credentials: activation code, optin code, nutzer, login code, verification code
online-identifiers: session, host, hostname, client, remote host, config id, device, device token, push token
online-identifiers: cookie, client id, visitor, uuid visitor
log-referrer: referer, referrer, http referer, request url, page url, request uri, current page, author url
device: agent, browser, operating system
payment: ccv, security code, cc type owner
location: latitude, longitude, lat, lng, lon, geo lat, geo lng, breitengrad, laengengrad, location, standort
location: geolocation
reference: customer number, customernumber, kundennummer, kunden nr, kundennr, custnr, customer nr, customer no
reference: mitgliedsnummer, mitgliednummer, mitglieds nr, member number, patient number, matrikelnummer, personal nr
reference: employee number, staff number, debitorennummer, tracking code
content: custom field, custom fields, user data, personal data, form data, answers, antworten, sent to, mail to
content: mail from, to address, from address, recipients, to email, empfaengeradresse
image: photo, foto, picture, bild, photo path, portrait, headshot, lichtbild
profile: website, homepage, web site, profile url, user url, personal website, age, alter, height person
profile: body weight
""")

OWN = _read("""
name: fn, ln, given, family, middle, orgname user
employer: orgname, orgunit, org name
name: title, titel, suffix, prefix, initials, akad titel, namenszusatz, handle, subname
employer: position, job, rank, dienstgrad, extension, nebenstelle, funktion, team, office
image: image, img, pic, icon user, bild pfad
profile: bio, biography, biographie, about, about me, hobbies, interests, interessen, url, web, interest, education
profile: signature, tax, weight, qualification, qualifikation, faehigkeiten, skills
""")

FREE = _read("""
content: memo
content: comment, comments, kommentar, kommentare, bemerkung, bemerkungen, anmerkung, anmerkungen, note, notes
content: notiz, notizen, remark, remarks, message, nachricht, message text, nachrichtentext, feedback, internal note
content: vermerk, customer message, admin comment, wunsch, wuensche, private notes, internal comment, beschwerde
content: anliegen, anfrage, comment text, comment content, comment body, order note, order comment, order notes
content: card text, complaint, inquiry, wall of text, staff notes, testimonial, grusstext, widmung
content: cover letter, anschreiben, request text
""")

WRITTEN = _read("""
content: html, txt, xml, saved session, session
content: text, body, content, data, value, values, keyword, keywords, search, search term, searchterm, suchbegriff
content: vars, binary, payload, headline, header, subject, betreff, inhalt, title, titel, answer, antwort, question
content: frage, reply, description, beschreibung, review, entry, meta value, query, response, vars data, details
content: points positive
""")
"""What people wrote, if the table is one where people write."""

PLACES = listed(
    """
    shipto billto ship shipping bill billing delivery invoice payment liefer lieferung rechnung rechnungs home
    private privat recipient sender empfaenger absender customer kunden kunde user contact kontakt guest mailing
    work geschaeft dienst residence wohn member birth geburts personal person primary secondary alt second main del
    emergency besteller payer buyer
    """
)
"""Before an address or a name they make it a person's."""

TRAILS = listed(
    """
    1 2 3 4 5 line nr no number nummer alt old new neu alternate alternative privat private gesch geschaeftlich
    dienstlich work home encrypted enc canonical normalized normalised lower upper raw plain hash hashed md sha gmt
    value text txt field feld primary secondary full crypt clear str string addition additional extra one two legacy
    temp
    """
)
"""After a word they change nothing about what it is."""

HARMLESS = listed(
    """
    id ids count counter anzahl status type typ art format required enabled visible hidden verified confirmed at on
    date datum zeit time timestamp template vorlage optin failed method limit length size expiry expires expire
    expiration order sort position level flag mode active valid sent policy rule rules setting settings config
    attempts attempt changed updated created modified deleted total subjectline validation pattern days hours
    minutes seconds class version group groups role roles category categories mandatory allowed max min prefix
    suffix separator server port protocol encoding charset mime mimetype extension path folder label caption
    placeholder subjects interval frequency provider gateway rate amount price cost costs fee tax sum betrag preis
    kosten steuer module plugin theme block notify notification notifications subscribe public show display editable
    readonly unique sortorder rating score ok permission permissions privilege access scope available use uses used
    only needed check checked since until from to last first next begin start end stop
    """
)
"""As the last word they say something about a thing, and are not the thing."""

PERSONS = listed(
    """
    customer customers kunde kunden user users benutzer nutzer member members mitglied mitglieder person persons
    personen people employee employees mitarbeiter staff contact contacts kontakt kontakte ansprechpartner patient
    patienten student students schueler studenten teacher lehrer applicant applicants bewerber candidate candidates
    kandidat subscriber subscribers abonnent abonnenten empfaenger recipient recipients guest guests gast gaeste
    visitor visitors besucher lead leads actor actors author authors autor autoren participant participants
    teilnehmer attendee attendees address addresses adresse adressen anschrift client clients mandant klient account
    accounts konto player players spieler driver drivers fahrer doctor doctors arzt aerzte owner owners eigentuemer
    besitzer identity identities profile profiles profil admin admins administrator operator agent agents kuenstler
    artist signatory trainer tutor reviewer buyer kaeufer seller verkaeufer contactperson mieter tenant vermieter
    landlord passenger passagier resident einwohner voter waehler child children kind kinder parent parents eltern
    guardian family familie familien officer donor donors spender volunteer volunteers helfer crew worker workers
    arbeiter personnel personal angestellte debitor debitoren kreditor login logins usr auth patron referee judge
    rider invitee invitation invitations signup registration registrations anmeldung anmeldungen prospect prospects
    interessent interessenten correspondent partner schuldner versicherter beneficiary insured leser reader follower
    speaker referent betreuer freelancer employeedata collector poster newssubscribed abo fahrgast azubi praktikant
    vorstand gruppenleiter ehepartner spouse kuenstlerin payer zahler subscriptionuser card affiliate affiliates
    """
)

EVENTS = listed(
    """
    order orders bestellung bestellungen auftrag auftraege invoice invoices rechnung rechnungen payment payments
    zahlung zahlungen message messages nachricht nachrichten comment comments kommentar kommentare review reviews
    bewertung bewertungen ticket tickets request requests anfrage anfragen inquiry inquiries enquiry feedback log
    logs protokoll history historie session sessions sitzung sitzungen token tokens visit visits hit hits search
    searches click clicks booking bookings buchung buchungen reservation reservations reservierung reservierungen
    appointment appointments termin termine rental rentals return returns retoure cart basket warenkorb wishlist
    subscription subscriptions abo newsletter chat chats call calls anruf anrufe mail mails email emails post posts
    thread threads note notes notiz notizen remark remarks bemerkung activity activities event events signature
    signatures petition vote votes application applications bewerbung bewerbungen consent consents einwilligung
    donation donations spende spenden transaction transactions claim claims contract contracts vertrag vertraege
    delivery lieferung shipment submission submissions entry entries answer answers antwort antworten reply replies
    online failure audit report reports referral complaint beschwerde gdpr conversion guestbook gaestebuch
    pricealarm recommlists transcript
    """
)

WRITING = listed(
    """
    message messages nachricht nachrichten comment comments kommentar kommentare review reviews bewertung
    bewertungen ticket tickets request inquiry enquiry anfrage anfragen feedback remark remarks note notes notiz
    notizen bemerkung chat chats session sessions search searches usermeta meta mail mails email emails call
    guestbook gaestebuch reply replies answer answers antwort antworten submission submissions petition application
    bewerbung pm privmsgs contact transcript entry entries activity complaint testimonial vote draft drafts optin pm
    privmsg userpayments payments
    """
)

THINGS = listed(
    """
    product products produkt produkte article articles artikel item items category categories kategorie kategorien
    tax country countries land laender currency currencies waehrung language languages sprache locale region regions
    zone zones state states city cities stadt staedte config configuration setting settings option options module
    modules plugin plugins extension extensions theme themes template templates vorlage menu menus role roles group
    groups gruppe gruppen permission permissions privilege translation translations seo route routes cron job jobs
    queue migration migrations version versions attribute attributes field fields property properties manufacturer
    manufacturers hersteller supplier suppliers lieferant lieferanten shipper shippers brand brands warehouse lager
    shop shops store stores site sites company companies firma filiale branch location locations territory film
    films movie book books track tracks album albums playlist genre media file files datei dateien image images
    banner banners coupon coupons voucher vouchers gutschein discount discounts price prices rule rules filter
    filters type types typ status statuses description descriptions stock inventory unit units set sets feature
    features course courses kurs page pages seite link links tag tags sequence counter cache lock locks smiley
    widget layout reports statistic statistics schedule calendar holiday resource resources domain domains server
    forum forums topic topics board department departments abteilung priority help faq content contents news archive
    archives emotion wrapping district api task tasks level levels score backup kunstwerk demographics list lists
    campaign campaigns format formats method methods provider providers pattern patterns reason reasons action
    actions address_format
    """
)

OPERATORS = listed(
    """
    shop shops store stores site sites company companies firma filiale branch location locations warehouse lager
    manufacturer manufacturers hersteller settings config configuration setting tenant mandant organisation
    organization organizations club verein plugin plugins extension module modification theme bank banks api server
    smtp department departments
    """
)
CONFIGURES = listed(
    """
    config configuration setting settings einstellung einstellungen template templates vorlage vorlagen cron crontab
    cms plugin plugins oauth oidc saml sso theme migration demo
    """
)
"""Anywhere in the name of a table they make it one about the program itself."""

VALUES = listed(
    """
    data value values meta attribute attributes daten werte answers antworten eav
    """
)
"""A table of values that belong to a person or a form: what stands in it is said by another table."""

UNTIED = listed(
    """
    remark remarks bemerkung comment comments kommentar message messages nachricht review reviews note notes notiz
    session sessions feedback guestbook gaestebuch chat chats inquiry enquiry anfrage complaint testimonial
    transcript
    """
)
"""Here people write, or are followed, even if nothing ties the row to them."""

"""Tables about the operator or about companies: their address is not a person's."""

ACTIVITIES: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "newsletter",
        listed(
            """
            newsletter newssubscribed subscriber subscribers abonnent abonnenten mailinglist mailing campaign
            """
        ),
    ),
    (
        "applications",
        listed(
            """
            applicant applicants bewerber bewerbung bewerbungen candidate candidates application vacancy
            """
        ),
    ),
    (
        "orders",
        listed(
            """
            order orders bestellung bestellungen auftrag auftraege invoice invoices rechnung rechnungen payment
            payments zahlung cart basket warenkorb checkout return returns shipment delivery transaction rental
            rentals payment_card card subscription pricealarm voucher wishlist
            """
        ),
    ),
    (
        "appointments",
        listed("appointment appointments termin termine booking bookings buchung reservation reservierung"),
    ),
    ("events", listed("participant participants teilnehmer attendee attendees registration anmeldung")),
    (
        "analytics",
        listed(
            """
            visit visits hit hits pageview conversion tracking analytics visitor visitors click clicks online
            """
        ),
    ),
    ("chat", listed("chat chats transcript")),
    (
        "contact",
        listed(
            """
            contact contacts kontakt kontakte message messages nachricht ticket tickets inquiry enquiry anfrage
            request feedback comment comments kommentar guestbook review reviews
            """
        ),
    ),
    (
        "security",
        listed(
            """
            log logs login logins session sessions audit token tokens attempt brute failed ban bans authorize
            """
        ),
    ),
    ("consent", listed("consent consents einwilligung")),
    ("rights", listed("gdpr dsgvo")),
    (
        "accounts",
        listed(
            """
            customer customers kunde kunden user users benutzer account accounts member members mitglied profile
            address addresses adresse adressen person personen usermeta
            """
        ),
    ),
)
"""The kind of activity that a table's words speak of; the first that matches counts."""

MODIFIERS = listed(
    """
    int intern sat shipto billto bill del deliv ship liefer rechnungs rechnung kunden kunde priv privat gesch mob
    user usr usermeta meta sess reg last first nick real display contact author customer member guest person file
    article object news letter basket baskets items item files data subscribed alarm price recomm list lists log
    logs admin login accepted terms vouchers voucher remark ratings rating actions action seo tpl blocks user4 comm
    cust nr adress strassen haus geb dat post ort tel e in de und oder mit ohne alte neue neuer konto mitglieds
    mitarbeiter benutzer firmen bank buchungs stamm daten liste sal company add info two factor auth recovery code
    codes secret reset new key pass hash salt id visitor
    """
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
