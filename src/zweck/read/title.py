"""The words of headings: which kind of activity, which facet of one, or nothing of that sort a title announces.

German and English, with inflections and compounds. Order decides: the narrower kind stands first. Titles are what a
reader goes by first (Art. 12(1) GDPR asks for a form that is easily found); sentences are read in ``wording``.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

HEADINGS: tuple[tuple[str, str], ...] = (
    (
        "notice",
        r"^(?:changes?|amendments?|modifications?|revisions?|updates?) (?:to|of|in) (?:this|our|the) (?:\w+ ){0,4}(?:policy"
        r"|notice|statement|declaration)|^(?:änderung|anpassung|aktualisierung)\w* (?:dieser|unserer|der) (?:\S+ ){0,3}"
        r"(?:datenschutz|cookie)",
    ),
    (
        "cookies",
        r"^cookies? (?:und|and|&) (?:widerspruch|the right|right)|^(?:about |über )?(?:our |unsere )?cookies?\W+(?:und|and|&)"
        r" (?:(?:other|andere|similar|ähnliche) )?(?:tracking|technolog|techni[kq])"
        r"|^cookies?\b.{0,30}(?:policy|statement|notice|richtlinie|erklärung|hinweise)",
    ),
    (
        "rights",
        r"widerspruch.{0,40}(?:direktwerbung|marketing)|\bobject\w* .{0,30}(?:direct )?marketing|^(?:rights? (?:to|of"
        r"|on)|your (?:\w+ ){0,3}rights?\b|recht (?:auf|zu|der)|widerspruchsrecht|ihr(?:e)? recht|betroffenenrecht"
        r"|auskunft(?!ei)|widerruf)",
    ),
    ("accounts", r"passwort-?geschützt|password[- ]protected|login-?bereich|mitgliederbereich|members'? area"),
    ("talent_pool", r"(?:bewerber|talent|kandidat)\S*[ -]?\S*pool|(?:applicant|talent|candidate) pool"),
    (
        "applications",
        r"bewerb(?!ung von)|karriere|career|\bapplicants?\b|job appl|recruit|\b(?:job )?applications?$|stellenangebot"
        r"|stellenausschreibung|\bjobs?\b|handling of appl|vacanc|data protection for appl|application (?:process"
        r"|proced)|work(?:ing)? (?:with|for) us|personalauswahl|initiativbewerbung",
    ),
    (
        "partner_accounts",
        r"zulieferer|lieferantenportal|partnerportal|supplier portal|partner portal|vendor portal|händlerportal"
        r"|dealer portal",
    ),
    (
        "soft_opt_in",
        r"bestandskund|existing customers|similar (?:goods|products)|(?:ähnliche|eigene)\w* (?:waren|produkt|angebot)",
    ),
    ("suppression", r"blacklist|sperrliste|suppression list|werbesperr"),
    (
        "newsletter",
        r"news-?letter|infomail|info-?brief|mailing ?list|mailing-?liste|e-?mail-?marketing|mailverteiler"
        r"|e-?mail-?verteiler|e-?mail updates|rundmail|rundbrief|\bmailings?\b",
    ),
    ("webinars", r"webinar|online-?seminar|online-?schulung|online-?kurs|online (?:course|training)"),
    (
        "video_calls",
        r"video-?\s?(?:anruf|konferenz|call|conferenc|chat|telefon|sprechstunde|meeting)|(?:audio|online)\S* (?:and"
        r"|und|&) video|online-?\s?meeting|conference tool|konferenz-?tool|konferenzsystem|telefonkonferenz"
        r"|web-?meeting|virtual meeting|virtuelle (?:besprech|treffen|meeting)",
    ),
    (
        "appointments",
        r"termin(?:e\b|vereinbarung|buchung|vergabe|anfrage|reservierung|vormerkung|planung)|appointment"
        r"|online-?(?:termin)?buchung|\bbookings?\b|reservierung|\breservations?\b|scheduling",
    ),
    (
        "chat",
        r"\bchats?\b|live-?chat|chat-?bot|whatsapp|messenger|(?:dialog|virtuelle[rn]?|virtual|digitale[rn]?)[ -]assist",
    ),
    (
        "event_photos",
        r"photo note|\bfotos?\b|\bfotograf|bildaufnahm|photograph|event photo|film- und|bild- und|filmaufnahm"
        r"|photos? and (?:film|video)|image (?:and|or) video|veranstaltungsfoto|filming",
    ),
    (
        "children",
        r"\bchildren|\bchild\b|\bkinder|minderjähr|\bminors?\b|jugendliche|under(?:age| the age)|young people",
    ),
    (
        "credit_checks",
        r"bonität|creditworth|credit[- ](?:check|agenc|report|rating|scoring)|auskunftei|scoring|identitätsprüfung"
        r"|identity check",
    ),
    (
        "payments",
        r"payment|zahlung(?:s|en|\b)|bezahl|rechnungsstellung|invoicing|\bbilling\b|paying\b|kreditkarte|credit card",
    ),
    (
        "shipping",
        r"shipping|\bversand(?! (?:de[rs]|von|unsere[rs]?) (?:e-mail|newsletter|mail))|dropshipping|(?<!aus)lieferung"
        r"|zustellung|paketdienst|delivery (?:service|of goods|compan)|transportunternehmen|\bdeliver(?:y|ies)$"
        r"|shipment",
    ),
    (
        "orders",
        r"customer (?:and contract )?data|customer and contract|kunden- und vertragsdaten|vertragsdaten|bestell"
        r"|\borders?\b(?! (?:data )?process(?:or|ing agreement|ors))|ordering|online-?shop|webshop|e-?commerce"
        r"|warenkorb|vertragsabschlu|vertragsschlu|contract processing|vertragsabwicklung|vertragserfüllung|purchas"
        r"|kundendaten|^customers?$|^kunden$|auftragsabwicklung|auftragsdaten|ticket(?:s| sales|verkauf|shop)|einkauf"
        r"|kaufvertr|contract data|^contracts?$|performance of (?:a |the )?contract|\bbuying\b|\bsales\b"
        r"|leistungserbringung|vertragliche leistung|contractual services|mandatsverhältnis|mandatsbearbeitung",
    ),
    (
        "accounts",
        r"registr(?!ation (?:court|number|no)|ar\b|ierungsnummer|y\b|ies\b|iergericht)|kundenkonto|customer account"
        r"|user accounts?|nutzerkonto|benutzerkonto|kundenportal|customer portal|\blog-?\s?ins?\b|anmeldung auf"
        r"|mein konto|my account|mitgliederbereich|kundenbereich|nutzerprofil|user profile|account (?:information|data"
        r"|creation|management)|your account|\baccounts?$|creating an account|sign(?:ing)?[ -]?up|mitgliedskonto"
        r"|mitgliedschaft|memberships?\b|\bmembers$|konto(?:erstellung|eröffnung|daten)\b|single[- ]sign[- ]on"
        r"|benutzeranmeldung|geschützter bereich|member area",
    ),
    (
        "enquiries",
        r"(?:anfrage|inquir|enquir)\w* (?:per|by|via)|e-mail, telefon|email, phone|e-?mail-?kontakt"
        r"|contact(?:ing us)? (?:by|via) (?:e-?mail|phone|telephone)|kommunikation per e-?mail|initiativ-kontakt"
        r"|kontaktaufnahme (?:per|via|durch|mit)(?! (?:rückruf|kontakt)?form)|elektronische kommunikation"
        r"|e-?mail[- ](?:contact|inquir|enquir|sicherheit|kommunikation|anfrage)|telefonische? (?:kontakt|anfrage)"
        r"|(?:phone|telephone) (?:calls?|contact)|^(?:e-?mail|telefon|telephone|anrufe)$|communication by e-?mail",
    ),
    (
        "contact",
        r"kontakt-?formular|contact(?:ing)? ?form|kontaktaufnahme|kontakt (?:mit uns )?aufnehmen|contacting (?:us|me"
        r"|the)|get(?:ting)? in touch|anfrageformular|kontakt(?:anfrage|möglichkeit|ieren)|in(?:quiry)? form"
        r"|enquiry form|rückruf|contact request|elektronische kontakt|^contact (?:with|via|through)\b"
        r"|^(?:kontaktieren sie|contact) uns?$|speicherung pers\w+ daten|storage of personal data|when you (?:contact"
        r"|write|reach out|get in)|wenn sie uns (?:kontakt|schreib|anschreib)|^(?:anfragen|inquiries|enquiries)\b"
        r"|feedback-?formular|feedback form|^formulare?$|^forms?$|online-?formular|web forms?|kontakt und anfrage"
        r"|(?:sie|you) (?:mit )?uns (?:in )?kontakt|customer (?:support|service)|kundenservice|kundensupport|^support$",
    ),
    ("crm", r"\bcrm\b|customer relationship|kundenverwaltung|kundenbeziehungsmanagement"),
    (
        "hosting",
        r"\bhost(?:ing|er|ed)\b|web-?host|content[ -]delivery|\bcdns?\b|provider der website|auslieferung über"
        r"|serverstandort|server location|\binfrastructure\b|\b(?:github|gitlab|codeberg|cloudflare)[ -]pages\b|webspace|hosting-?(?:anbieter|provider|dienst|partner)",
    ),
    (
        "server_logs",
        r"server-?\s?(?:log|data\b|daten|protokoll|statisti|zugriff)|log-?\s?(?:files?|dateien|daten|data"
        r"|information)\b|logfile|\blogs?$|logging|zugriffsdaten|access (?:data|logs?)|protokolldat|protokollierung"
        r"|besuch (?:der|unserer|dieser|auf|von)|aufruf(?:en)? (?:der|unserer|dieser|von)|visit(?:ing|s|ors?)? (?:to "
        r"|of |on )?(?:the|our|this|my) (?:web|site|page|home)|informatorische nutzung|informational use"
        r"|technische bereitstellung|bereitstellung (?:der|des|unserer|dieser|unseres) (?:website|webseite|online"
        r"|webangebot|internet|homepage|dienst)|provision of (?:the|our|this) (?:online|web)|bloße[nr]? nutzung"
        r"|nutzung (?:der|unserer|dieser) (?:website|webseite|internetseite|homepage)|website visit|usage data"
        r"|use of (?:our|the|this) (?:website|site|web ?page)|(?:automatische|technische) daten|automatische erfassung"
        r"|automatically (?:collected|stored|recorded)|automatic(?:ally)? (?:data|collect|stor)|nutzungsdaten"
        r"|verkehrsdaten|technical data|^technical information|informationen, die (?:wir )?automatisch"
        r"|erfassung (?:von )?allgemeine|collection of general data|surf(?:en|daten)|(?:browsing|traffic) (?:data"
        r"|info)|web ?server|server[- ]side",
    ),
    (
        "consent",
        r"(?:cookie|consent)\S*[ -](?:consent|banner|einwilligung|manage|tool|hinweis)|consent[ -](?:manage|mode)"
        r"|einwilligungsmanag|einwilligungsverwalt|cookie-?(?:banner|consent)|consent (?:with|tool|technology|platform"
        r"|solution|banner)|einwilligung mit|cookie[ -](?:settings|preferences|präferenz)|cookie-?\s?einstellung"
        r"|consent-?(?:management|tool|banner)|manag\w+ (?:your )?(?:cookies?|consent)|einwilligungs-?(?:tool|banner"
        r"|dienst)",
    ),
    (
        "analytics",
        r"(?<!markt)(?<!logfile-)(?<!log-)(?<!market )analy[stz]|webtracking|web-?tracking|(?<!conversion[ -])\btracking|statistik"
        r"|statistics|statistische auswert|reichweitenmess|audience measure|session recording|heatmap|tag manager"
        r"|nutzungsmessung|web ?stat|auswertung des (?:nutz|surf)|performance cookies|leistungs-?cookies"
        r"|webcontrolling|besucherzähl|zählpixel|usage measurement",
    ),
    (
        "advertising",
        r"remarketing|retargeting|re-targeting|conversion|(?<!be)(?<!direkt)(?<!post)werbung(?!.*widersp)|advertis"
        r"|marketing services|online-marketing|affiliate|partnerprogramm|partner program|werbenetzwerk|werbedienst"
        r"|targeting|\bads\b|\badsense|anzeigen|custom audience|marketing\W{0,4}(?:cookies|trackers|tracking)|lookalike|(?:meta"
        r"|facebook)[ -]pixel|(?:pinterest|linkedin|tiktok|twitter|x)[ -](?:tag|pixel|ads|insight)",
    ),
    (
        "social_presence",
        r"pr[äe]sen\w+.{0,30}(?:sozial|social)|(?:sozial|social).{0,20}pr[äe]sen|fan-?page|fanseite"
        r"|unternehmens(?:seite|profil)|social[- ]media[- ](?:auftritt|profil|kan[aä]l|presence|page|account|site"
        r"|channel)|auftritte? (?:in|auf|bei) (?:sozial|social|facebook|insta|linked|xing|you)|online-?präsenz"
        r"|online presence|our (?:profiles|pages|channels|social)|company page|unsere (?:profile|kanäle|seiten) (?:in"
        r"|auf|bei)|social media (?:fan|kan)|facebook-?seite|profile in sozial",
    ),
    (
        "social_links",
        r"(?:link|verweis|verlink)\w*.{0,30}(?:social|sozial)|social[- ](?:media[- ])?(?:links?\b|bookmark|shar"
        r"|button)|social media links|teilen-?funktion|share[- ]?(?:button|funktion|function)|sharing (?:button|func)"
        r"|shariff|teilen von inhalt|inhalte teilen|social-?bookmark|icons? (?:sozial|social)",
    ),
    (
        "embeds",
        r"plug-?ins?\b|eingebettet|embedd|einbindung|einbettung|eingebundene|externe[rn]? (?:inhalt|medien|dienst)"
        r"|external (?:content|media|service)|integration of (?:external|third)|\bkarten|\bmaps?\b|kartendienst"
        r"|videos?\b|web-?fonts?|schriftarten|\bfonts?\b|captcha|soziale medien|social media|soziale[nr]? netzwerk"
        r"|social-?media|social network|inhalte[n]? (?:von )?dritter|third[- ]party content|youtube|vimeo|podcast"
        r"|spamschutz|spam[- ]protection|(?:content|inhalte) (?:from|von) (?:other|ander)|widgets?\b|stadtplan"
        r"|routenplan",
    ),
    ("cookies", r"\bcookies?\b|cookie-?richtlinie|web ?storage|local storage|session storage"),
    (
        "business_partners",
        r"geschäftspartner|business (?:partner|contact|relation)|geschäftsbeziehung|geschäftskontakt|lieferanten"
        r"|suppliers?\b|interessenten und kunden|customers and prospects|\bvendors?\b|kunden und (?:geschäfts|liefer"
        r"|inter)|privacy notice according to art|dienstleistern?, die|ansprechpartner (?:bei|von) (?:kund|liefer)",
    ),
    ("claims", r"inkasso|debt collection|rechtsanspr|legal (?:claims|action|defen)|forderungs|rechtsverfolgung"),
    (
        "direct_marketing",
        r"direktwerbung(?!.*widersp)|direct(?:[ -]mail)?[ -](?:marketing|advertis)|postalische werbung|postwerbung"
        r"|briefwerbung|werbung per post|marketing ?(?:communication|kommunikation|message|purposes)"
        r"|promotional communication|werbezweck|werbliche (?:ansprache|zwecke)|direktmarketing|^marketing$"
        r"|telefonwerbung|(?:sms|whatsapp)-?(?:marketing|werbung)|postal (?:advert|mail)",
    ),
    (
        "security",
        r"\bssl\b|\btls\b|ssl-|tls-|\bhttps\b|verschlüsselung|encrypt|datensicherheit|data security|security"
        r"|sicherheit\b|sicherheitsmaßnahmen|technisch\w* und organisatorisch|technical and organi"
        r"|sicherheits(?:standard|vorkehr)|(?:protect|safeguard)ing (?:your|personal|the)|how (?:do )?we protect"
        r"|wie schützen wir|safety\b|(?:schutz|sicherung) (?:ihrer|deiner|der|ihre[rn]) (?:person\w+ )?daten",
    ),
    (
        "notice",
        r"änderung\w* (?:der|dieser|unserer|des)|aktualisierung|changes? (?:to|of|in)\b|amendment|^changes$"
        r"|^änderungen$|aktualität|updates? (?:to|of)|stand (?:der|dieser) daten",
    ),
    (
        "rights",
        r"\bre(?:cht|chte) (?:auf|der|des|nach|zu|gegenüber|laut|gemäß)|(?:ihre?|deine|meine|welche) rechte"
        r"|betroffenenrecht|right (?:to|of|on)|(?:your|my|which|user|the)\b.{0,20} rights?\b|rights of|widerruf"
        r"|widerspruch|auskunft(?!ei)|revocation|withdraw|\bobject(?:ion)?\b|opposition to data|lodge a complaint"
        r"|beschwerde(?:\b|recht|möglich|stelle)|data portab|datenübertragbarkeit|information, (?:rect|del|block)"
        r"|erasure|rectification|what rights|rechte haben (?:sie|ich|du)|rights (?:do|as|under)|data subject rights"
        r"|^rights\b|^rechte\b|rechte und pflichten|entscheidungsmöglichkeit|choices and access|how (?:to|can i|do i|may i|can you) (?:complain"
        r"|access)|^access,? (?:to|and|correct|rectif)|^(?:\w+ ){0,2}access to (?:your|my|personal) (?:personal )?(?:data|info)|^portability$|recourse|right to complain|make a complaint",
    ),
    (
        "imprint",
        r"^imprint|^impressum|^legal notice|anbieterkennzeichnung|gemäß § ?5|pursuant to ?section 5|^legal disclosure",
    ),
)

FACETS: tuple[tuple[str, str], ...] = (
    (
        "basis",
        r"^(?:die |the |our |unsere |(?:maßgebliche|einschlägige|relevant|applicable)\w* )?(?:rechtsgrundlage|rechtliche grundlage|legal bas|legal ground|zweck\w* und rechtsgr"
        r"|purpose\w* and legal|lawful bas|lawfulness|berechtigte[sn]? interesse|legitimate interest"
        r"|auf welcher (?:rechts)?grundlage)",
    ),
    (
        "retention",
        r"^(?:die |the |data )?(?:speicherdauer|speicherfrist|dauer der|dauer, für|storage (?:duration|period|time)"
        r"|duration of|retention|löschung|lösch(?:frist|ung)|aufbewahrung|data retention|deletion|data storage"
        r"|how long|wie lange|period of storage|erasure and)",
    ),
    (
        "recipients",
        r"^(?:die |the )?(?:empfänger|recipients?|zusammenarbeit mit (?:auftrag|dritten|dienst)|(?:cooperation|collaboration) with (?:proc|third|contract)"
        r"|übermittlung(?:en)? (?:von |der |ihrer )?(?:personenbezogene[nr]? )?daten$|(?:sharing|providing|disclosing) (?:of )?(?:your )?(?:personal )?(?:data|information)|how do we share|do you share|do we share|weitergabe|disclosure (?:to|of)|auftragsverarb"
        r"|data processing agreement|processors?\b|categories of recip|dienstanbieter|an wen|who (?:do we share"
        r"|we share|receives|has access|gets)|wer (?:erhält|bekommt))",
    ),
    (
        "transfer",
        r"^(?:die )?(?:drittland|third[- ]countr|(?:daten)?(?:verarbeitung|transfer)\w* (?:von daten |der daten )?in (?:drittl|third)|datenübermittlung in|übermittlung(?:en)? (?:der daten |von daten )?in (?:ein |das )?(?:drittl|ausland|staaten)|übermittlung der daten in|transfer\w* (?:to"
        r"|of data)|international)",
    ),
    (
        "data",
        r"^(?:die )?(?:datenkateg|kategorien|categories of|data categor|verarbeitete daten"
        r"|welche (?:personenbez\w+ )?daten|betroffene daten|art der daten|types? of data|umfang|scope"
        r"|beschreibung und umfang|what (?:personal )?data|description and scope|zugang ihrer|(?:art"
        r"|umfang) und (?:zweck|umfang|art))",
    ),
    (
        "purpose",
        r"^(?:der |die |the |our |unsere )?(?:zweck|purpose|(?:for )?(?:what|which) purposes?|(?:zu |für )?welche[nmr]? zweck"
        r"|how (?:do|will|does|can|may) (?:we|you|\w+) use|how we use|what (?:do|does|will) (?:we|you|\w+) use (?:your|the|my)"
        r"|wie (?:nutzen|verwenden|verarbeiten|nutzt|verwendet|verarbeitet)|use of (?:your |the )?(?:personal )?(?:data|information)$|data processing$|datenverarbeitung$|wofür|warum|why)",
    ),
    (
        "optout",
        r"^(?:widerspruchs- und beseit|widerspruchsm|opt-?out|browser ?plug-?in|opposition to data|objection to data"
        r"|possibility of object|option to object|abmeld|unsubscrib)",
    ),
    ("provision", r"^(?:pflicht zur bereit|obligation to provide|provision of|bereitstellung (?:der daten|vorgeschr))"),
    ("anonymisation", r"^ip[- ]?anonymi"),
    ("tools", r"^(?:conference tools used|eingesetzte konferenz|conference tools|tools used|services used)"),
)

NEUTRAL = (
    r"^(?:general notes?|general|allgemein|hinweis|privacy$|datenschutz$|data protection$|data protection declaration"
    r"|privacy policy|datenschutzerkl|datenschutzhinw|datenschutzinf|begriff|definition|verwendete begriffe|terms"
    r"|personenbezogene daten$|verantwortlich|controller|responsible|notice on the resp|note on the resp"
    r"|information about the controller|who is responsible|wer ist verantw|name und (?:kontakt|anschrift)|statutory"
    r"|gesetzlich|datenschutzbeauftragt|data protection officer|privacy officer|pflichtinformation|mandatory"
    r"|wie erfassen|how do we collect|wofür nutzen|what do we use|storage duration$|speicherdauer$|data collection on"
    r"|datenerfassung auf|datenverarbeitung im einzelnen|analyse-?tools und tools|analysis tools and third"
    r"|analytics tools and third|liability|haftung|copyright|urheberrecht|external links|rechtsgrundlage$"
    r"|recipients of personal|general information|sharing of personal|weitergabe|data processing in third"
    r"|datenübermittlung|transfer of data|own services|our own services|eigene dienste|objection to (?:advert|promot)"
    r"|widerspruch gegen werbe|competent supervis|zuständige aufsicht|supervisory|aufsichtsbehörde|use of the data"
    r"|data collection, data storage|due to legal|based on your consent|data collection as part"
    r"|collection, processing and use|verarbeitung$|einwilligung$|empfänger$|drittland$|profiling$|endgerät$"
    r"|encrypted payment)"
)
"""Titles that announce no activity, unless they name one beyond doubt."""

NEVER = (
    r"(?:widerspruch|objection|widersprechen).{0,25}(?:werbe|advert|promotion|spam)\S*[ -]?(?:e-?)?mails?"
    r"|^(?:gesetzliche (?:oder|und) vertragliche|statutory (?:or|and) contractual|legal (?:or|and) contractual)"
    r"|^(?:dauer|duration|period), (?:für die|for which)|^categories of recipients|(?:^|zuständige "
    r"|name der )aufsichtsbeh|^(?:the )?(?:competent )?supervisory auth|^analy\w+[- ]tools (?:und|and) (?:tools|third)"
    r"|^hinweis\w* zur datenweitergabe|(?:order|auftrags)[- ]?(?:data )?process(?:or|ing agreement)"
    r"|^registration (?:court|number)|^registergericht|^datenschutz(?:verletz|vorf)|data breach"
)
"""Titles that announce none whatever words they hold."""
