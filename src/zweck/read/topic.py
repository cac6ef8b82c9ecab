"""What a heading or a sentence is about: the kinds of activity, and the facets every activity is described by.

The words are those of German and English notices, with their inflections and compounds; a heading is matched by any
of them, a sentence only by phrases that say the thing is really done. Order decides: the narrower kind stands first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zweck.words import Table, Words

GENERAL = "general"
"""A section that speaks of the notice, its terms or the law, not of one activity."""

_HEADINGS: tuple[tuple[str, str], ...] = (
    (
        "rights",
        r"^(?:rights? (?:to|of|on)|your right|recht (?:auf|zu|der)|widerspruchsrecht|ihr(?:e)? recht"
        r"|betroffenenrecht|auskunft)",
    ),
    ("talent_pool", r"(?:bewerber|talent|kandidat)\S*[ -]?\S*pool|applicant pool|talent pool|candidate pool"),
    (
        "applications",
        r"bewerb|karriere|career|applicant|job appl|recruit|\bapplications?$|stellenangebot|\bjobs?\b"
        r"|handling of appl",
    ),
    (
        "partner_accounts",
        r"zulieferer|lieferantenportal|partnerportal|supplier portal|partner portal|vendor portal|händlerportal",
    ),
    ("soft_opt_in", r"bestandskund|existing customers|similar (?:goods|products)"),
    ("suppression", r"blacklist|sperrliste|suppression list|werbesperr"),
    ("newsletter", r"newsletter|infomail|mailing ?list|e-mail-marketing|email marketing"),
    ("webinars", r"webinar|online-?seminar|online-?schulung"),
    (
        "video_calls",
        r"video-?(?:anruf|konferenz|call|conferenc|chat|telefon|sprechstunde)|(?:audio|online)\S* (?:and"
        r"|und|&) video|online-?meeting|conference tool|konferenz-?tool|konferenzsystem"
        r"|telefonkonferenz|web-?meeting",
    ),
    ("appointments", r"termin(?:vereinbarung|buchung|vergabe)|appointment|online-?buchung|booking"),
    ("chat", r"\bchats?\b|live-?chat|chatbot|whatsapp|messenger"),
    ("event_photos", r"photo note|\bfoto|bildaufnahm|photograph|event photo|film- und"),
    ("children", r"\bchildren|\bkinder|minderjähr|\bminors?\b"),
    ("credit_checks", r"bonität|creditworth|credit (?:check|agenc|report)|auskunftei|scoring"),
    ("payments", r"payment|zahlung(?:s|en|\b)|bezahl"),
    (
        "shipping",
        r"shipping|versand|dropshipping|lieferung|zustellung|paketdienst|delivery service|transportunternehmen",
    ),
    (
        "orders",
        r"customer (?:and contract )?data|customer and contract|kunden- und vertragsdaten|vertragsdaten"
        r"|bestell|\borders?\b|ordering|online-?shop|e-?commerce|warenkorb|vertragsabschlu"
        r"|vertragsschlu|contract processing|vertragsabwicklung|vertragserfüllung|purchase|kundendaten",
    ),
    (
        "accounts",
        r"registr|kundenkonto|customer account|user account|nutzerkonto|benutzerkonto|kundenportal"
        r"|customer portal|login|anmeldung auf|mein konto|my account|mitgliederbereich|kundenbereich",
    ),
    (
        "enquiries",
        r"(?:anfrage|inquir|enquir)\w* (?:per|by|via)|e-mail, telefon|email, phone|e-mail-kontakt"
        r"|contact(?:ing us)? by e-?mail|kontaktaufnahme per|kommunikation per e-?mail"
        r"|elektronische kommunikation",
    ),
    (
        "contact",
        r"kontaktformular|contact ?form|kontaktaufnahme|contacting us|get in touch|anfrageformular"
        r"|kontakt(?:anfrage|möglichkeit)|inquiry form|enquiry form|rückrufservice|contact request"
        r"|elektronische kontakt",
    ),
    ("crm", r"\bcrm\b|customer relationship|kundenverwaltung|kundenbeziehungsmanagement"),
    ("hosting", r"\bhost(?:ing|er)|content[ -]delivery|\bcdns?\b|webhost|provider der website"),
    (
        "server_logs",
        r"server-?\s?log|log-?\s?(?:files?|dateien)|logfile|zugriffsdaten|access data|protokolldat"
        r"|besuch (?:der|unserer|dieser|auf)|aufruf (?:der|unserer)|visit(?:ing)? (?:of )?(?:the|our"
        r"|this) (?:web|site)|informatorische nutzung|informational use|technische bereitstellung"
        r"|bereitstellung (?:der|des|unserer|dieser) (?:website|webseite|online|webangebot|internet)"
        r"|provision of the (?:online|website)|bloße[nr]? nutzung|nutzung (?:der|unserer) (?:website"
        r"|webseite|internetseite)|website visit|usage data",
    ),
    (
        "consent",
        r"(?:cookie|consent)\S*[ -](?:consent|banner|einwilligung|manage|tool|hinweis)|consent[ -]manage"
        r"|einwilligungsmanag|einwilligungsverwalt|cookie-?(?:banner|consent)|consent (?:with|tool"
        r"|technology)|einwilligung mit|cookie settings|cookie-einstellung",
    ),
    (
        "analytics",
        r"analy[st]|webtracking|web-?tracking|tracking|statistik|reichweitenmess|audience measure"
        r"|session recording|heatmap|tag manager",
    ),
    (
        "advertising",
        r"remarketing|retargeting|re-targeting|conversion|werbung(?!.*widersp)|advertis"
        r"|marketing services|online-marketing|affiliate|partnerprogramm|werbenetzwerk|werbedienst"
        r"|personalisierte werbung|targeting",
    ),
    (
        "social_presence",
        r"pr[äe]sen\w+.{0,30}(?:sozial|social)|(?:sozial|social).{0,20}pr[äe]sen|fan-?page"
        r"|unternehmensseite|social[- ]media[- ](?:auftritt|profil|kan[aä]l|presence|page|account)"
        r"|auftritte? in sozial|online-?präsenz|our (?:profiles|pages|channels)|company page",
    ),
    (
        "embeds",
        r"plug-?ins?\b|eingebettet|embedded|einbindung|externe[rn]? (?:inhalt|medien)|external (?:content"
        r"|media)|integration of (?:external|third)|karten|\bmaps?\b|videos?\b|web-?fonts?"
        r"|schriftarten|\bfonts?\b|captcha|soziale medien|social media|soziale netzwerke"
        r"|social network|inhalte dritter|third-party content",
    ),
    ("cookies", r"\bcookies?\b|cookie-?richtlinie"),
    (
        "business_partners",
        r"geschäftspartner|business partner|business relationship|geschäftsbeziehung|lieferanten"
        r"|suppliers?\b|interessenten und kunden|customers and prospects"
        r"|privacy notice according to art",
    ),
    ("claims", r"inkasso|debt collection|rechtsansprüche|legal claims|forderungs"),
    (
        "direct_marketing",
        r"direktwerbung(?!.*widersp)|direct (?:marketing|advertis)|postalische werbung|postwerbung",
    ),
    (
        "security",
        r"ssl|tls|verschlüsselung|encryption|datensicherheit|data security|security measures"
        r"|sicherheitsmaßnahmen|technisch\w* und organisatorisch|technical and organi",
    ),
    (
        "notice",
        r"änderung\w* (?:der|dieser|unserer|des)|aktualisierung|changes? (?:to|of|in)|amendment"
        r"|aktualität|updates? (?:to|of)",
    ),
    (
        "rights",
        r"\bre(?:cht|chte) (?:auf|der|des|nach|zu|gegenüber)|ihre? rechte|betroffenenrecht|right (?:to|of"
        r"|on)|your rights?|rights of|widerruf|widerspruch|auskunft|revocation|withdraw"
        r"|object(?:ion)?\b|opposition to data|lodge a complaint|beschwerde|data portab"
        r"|datenübertragbarkeit|information, (?:rect|del|block)|erasure|rectification|what rights"
        r"|welche rechte|rechte haben sie|rights (?:do|as)",
    ),
    (
        "imprint",
        r"^imprint|^impressum|^legal notice|anbieterkennzeichnung|gemäß § ?5|pursuant to ?section 5"
        r"|^legal disclosure",
    ),
)

_FACETS: tuple[tuple[str, str], ...] = (
    (
        "basis",
        r"^(?:die |the )?(?:rechtsgrundlage|legal bas|zweck\w* und rechtsgr|purpose\w* and legal|lawful bas)",
    ),
    (
        "retention",
        r"^(?:die |the |data )?(?:speicherdauer|dauer der|storage (?:duration|period)|duration of"
        r"|retention|löschung|lösch(?:frist|ung)|aufbewahrung|data retention|deletion|data storage"
        r"|how long|wie lange)",
    ),
    (
        "recipients",
        r"^(?:die |the )?(?:empfänger|recipients?|weitergabe|disclosure to|auftragsverarb"
        r"|data processing agreement|processors?|categories of recip|dienstanbieter)",
    ),
    (
        "transfer",
        r"^(?:die )?(?:drittland|third[- ]countr|datenübermittlung in|übermittlung (?:der daten )?in"
        r"|transfer\w* (?:to|of data)|international)",
    ),
    (
        "data",
        r"^(?:die )?(?:datenkateg|kategorien|categories of|data categor|verarbeitete daten"
        r"|betroffene daten|art der daten|types? of data|umfang|scope|beschreibung und umfang"
        r"|description and scope|zugang ihrer)",
    ),
    ("purpose", r"^(?:der |die |the )?(?:zweck|purpose|data processing$|datenverarbeitung$)"),
    (
        "optout",
        r"^(?:widerspruchs- und beseit|widerspruchsm|opt-?out|browser ?plug-?in|opposition to data"
        r"|objection to data|possibility of object|option to object)",
    ),
    ("provision", r"^(?:pflicht zur bereit|obligation to provide|provision of)"),
    ("anonymisation", r"^ip[- ]?anonymi"),
    ("tools", r"^(?:conference tools used|eingesetzte konferenz|conference tools|tools used|services used)"),
)

_NEUTRAL = re.compile(
    r"^(?:general notes?|general|allgemein|hinweis|privacy$|datenschutz$|data protection$"
    r"|data protection declaration|privacy policy|"
    r"datenschutzerkl|datenschutzhinw|datenschutzinf|begriff|definition|verwendete begriffe|terms"
    r"|personenbezogene daten$|"
    r"verantwortlich|controller|responsible|notice on the resp|note on the resp"
    r"|information about the controller|who is responsible|"
    r"wer ist verantw|name und (?:kontakt|anschrift)|statutory|gesetzlich|datenschutzbeauftragt"
    r"|data protection officer|privacy officer|"
    r"pflichtinformation|mandatory|wie erfassen|how do we collect|wofür nutzen|what do we use"
    r"|storage duration$|speicherdauer$|"
    r"data collection on|datenerfassung auf|datenverarbeitung im einzelnen|analyse-?tools und tools"
    r"|analysis tools and third|"
    r"analytics tools and third|liability|haftung|copyright|urheberrecht|external links|rechtsgrundlage$"
    r"|recipients of personal|"
    r"general information|sharing of personal|weitergabe|data processing in third|datenübermittlung"
    r"|transfer of data|own services|"
    r"our own services|eigene dienste|objection to (?:advert|promot)|widerspruch gegen werbe"
    r"|competent supervis|zuständige aufsicht|"
    r"supervisory|aufsichtsbehörde|use of the data|data collection, data storage|due to legal"
    r"|based on your consent|data collection as part|"
    r"collection, processing and use|verarbeitung$|einwilligung$|empfänger$|drittland$|profiling$"
    r"|endgerät$|encrypted payment)",
    re.IGNORECASE,
)
_NO_ADVERTS = re.compile(
    r"(?:widerspruch|objection|widersprechen).{0,25}(?:werbe|advert|promotion|spam)\S*[ -]?(?:e-?)?mails?",
    re.IGNORECASE,
)
_HEADING = Table((kind, Words(words)) for kind, words in _HEADINGS)
_FACET = Table((facet, Words(words)) for facet, words in _FACETS)


@lru_cache(maxsize=4096)
def kind_of_heading(title: str) -> str | None:
    """The kind of activity that a heading announces, ``general``, or ``None`` when it does not say."""
    found = _HEADING.first(title)
    if _NO_ADVERTS.search(title):
        return GENERAL
    if found in (None, "hosting", "payments") and _NEUTRAL.match(title):
        return GENERAL
    return found


def kinds_of_heading(title: str) -> list[str]:
    """All kinds that a heading names, for headings that join several activities."""
    if not re.search(r",| und | and |&|/", title):
        return [kind] if (kind := kind_of_heading(title)) else []
    found = [kind for kind, _ in _HEADING.found(title)]
    main = kind_of_heading(title)
    if main in ("rights", GENERAL):
        return [main]
    if main in ("video_calls", "webinars"):
        found.remove("embeds") if "embeds" in found else None
    return list(dict.fromkeys(([main] if main else []) + [k for k in found if k not in ("rights", "cookies")]))


@lru_cache(maxsize=4096)
def facet_of(title: str) -> str | None:
    """The facet of an activity that a heading announces (legal basis, retention …), if any."""
    if len(title) > 80:
        return None
    return _FACET.first(title)


_SENTENCES: tuple[tuple[str, str], ...] = (
    ("suppression", r"blacklist|sperrliste|werbesperr\w+|suppression list|robinson"),
    (
        "soft_opt_in",
        r"7 ?(?:abs\. ?|\()3\)? ?(?:uwg|nr)|(?:newsletter|werbung|e-mail"
        r"|marketing)[^.]{0,80}(?:bestandskund|existing customers)"
        r"|ähnliche[nr]? (?:eigene[nr]? )?(?:waren|produkte)|similar (?:goods|products)",
    ),
    (
        "talent_pool",
        r"(?:bewerber\S*|talent|kandidaten)-?pool|(?:applicant|talent|candidate) pool|pool of applicants",
    ),
    (
        "applications",
        r"bewerbungsverfahren|bewerberdaten|bewerbungsunterlagen|application (?:process|procedure"
        r"|documents)|apply (?:to us|for a job)",
    ),
    (
        "newsletter",
        r"newsletter (?:anmeld|abonn|bestell)|zum newsletter|(?:unser|den|des) newsletter"
        r"|subscrib\w+ to (?:our|the|a) \w* ?newsletter|our newsletter|receive the newsletter",
    ),
    ("server_logs", r"server-?log-?\s?(?:files?|dateien)|logfiles?|log-dateien|log files?|zugriffsprotokoll"),
    ("contact", r"kontaktformular\w*|contact forms?"),
    ("accounts", r"kundenkonto|nutzerkonto|benutzerkonto|customer account|user account"),
    (
        "credit_checks",
        r"bonitätsprüfung|bonitätsauskunft|wirtschaftsauskunftei|credit agenc|credit check|creditworthiness",
    ),
    (
        "direct_marketing",
        r"direktwerbung zukommen|zwecke der direktwerbung nutzen|(?:use"
        r"|process)\b.{0,80} for direct (?:marketing|advertising)|werbung per post",
    ),
    ("video_calls", r"videokonferenz\w*|video conferenc\w*|video calls?\b|videoanruf"),
    (
        "event_photos",
        r"bild- und (?:video|ton|film)aufnahm|foto- und film|picture and video recordings"
        r"|photographs? (?:and|or) (?:film|video)",
    ),
    (
        "children",
        r"(?:unter|under|below)(?: the age of| an alter von)? ?(?:13|14|16)\b(?: jahren)?"
        r"|knowingly .{0,60}children|kinder unter",
    ),
    ("claims", r"inkasso\w*|debt collection|assertion of legal claims and defen"),
    (
        "security",
        r"(?:ssl|tls)-?\s?(?:verschlüssel|encrypt|bzw|or|oder|und|/)"
        r"|technisch\w* und organisatorisch\w* maßnahm"
        r"|technical and organi[sz]ational (?:security )?measures",
    ),
    (
        "rights",
        r"recht auf auskunft|right (?:of access|to (?:receive |obtain )?(?:free )?information"
        r"|to information)|art\. ?15 (?:dsgvo|gdpr)",
    ),
    ("chat", r"live-?chat|online-?chat|chatbot"),
    (
        "shipping",
        r"versanddienstleister|transportunternehmen|paketdienst\w*|transport company|shipping (?:company"
        r"|provider|service)",
    ),
    (
        "payments",
        r"zahlungsdienstleister|zahlungsabwicklung|payment service provider|processing of payments|payment provider",
    ),
    (
        "cookies",
        r"(?:verwend|nutz|setz)\w* (?:\w+ ){0,4}cookies|(?:use|uses|using|set) (?:\w+ "
        r"|[“”\"„-]){0,5}cookies|cookies (?:sind|are) ",
    ),
    (
        "orders",
        r"ordering process|bestellvorgang|bestellprozess|bestellabwicklung|order process"
        r"|abwicklung (?:ihrer|von|der) bestellung|vertragsabwicklung|processing of (?:the contract"
        r"|your order)",
    ),
    (
        "consent",
        r"einwilligungsdaten|consent (?:data|record)|nachweis (?:der|ihrer|erteilter) einwilligung"
        r"|proof of (?:your )?consent",
    ),
    ("webinars", r"(?:unsere\w*|our) webinars?|webinar-?anmeld"),
    ("appointments", r"termin(?:buchung|vereinbarung)|appointment booking|book an appointment"),
    ("crm", r"crm-system|customer relationship management|kundenmanagementsystem"),
)
_SENTENCE = Table((kind, Words(words)) for kind, words in _SENTENCES)


def kinds_of_sentence(text: str) -> list[tuple[str, int, int]]:
    """Kinds that a sentence names beyond its section, with offsets."""
    return [(kind, m.start(), m.end()) for kind, m in _SENTENCE.found(text)]
