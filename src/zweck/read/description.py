"""The words of sentences that describe an activity: what is done with data, so that it counts without a heading too.

German and English, with word order both ways; a sentence that denies or merely mentions is told apart in ``activity``.
Art. 13(1)(c) GDPR asks for the purposes of the processing, wherever they stand.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

_DO = (
    r"(?:speicher|erheb|erfass|verarbeit|verwend|nutz|benutz|übermittel|weitergeleite|weitergegeben|geben|leite"
    r"|benötig|protokolli|abgefragt|angeb|angegeb|mitteil|mitgeteilt|store|collect|process|\buse|record|receiv"
    r"|transmit|log\b|logs\b|shar(?:e|ed|ing)\b|keep|kept|need|ask for|requir|provid|hold\b|retain|save|submit)"
)

_STORE = r"(?:speicher|erheb|erfass|verarbeit|store|collect|process|record|retain)"

DESCRIPTIONS: tuple[tuple[str, str], ...] = (
    (
        "server_logs",
        r"(?:when|each time|every time|whenever|as soon as) .{0,40}?(?:visit|access|open|call)\w* .{0,40}?(?:websites?"
        r"|site|pages?)\b.{0,80}?(?:(?:process|collect|record|transmit|stor|log)\w*.{0,60}?following"
        r"|following (?:\w+ )?(?:data|information)\b)|(?:bei jedem|beim|sobald|wenn) .{0,60}?(?:aufruf|besuch|zugriff"
        r"|zugreif)\w*.{0,100}?(?:folgende|nachstehende)\w* (?:\w+ )?(?:daten|informationen|angaben)|(?:server"
        r"|provider|hoster|system|\bwir\b|website|webseite|browser|webspace)\b.{0,160}?(?:erheb|erfass|speicher"
        r"|protokollier|übermittel|sendet|logg).{0,160}?(?:log-?\s?files?|log-?\s?datei|logdaten|protokolldat"
        r"|ip-adresse|zugriffsdaten|protokolliert)|(?:log-?\s?files?|log-?\s?datei|logdaten|protokolldat"
        r"|zugriffsprotokoll|server-?logs?)\w*\b.{0,120}?(?:gespeichert|erfasst|erhoben|protokolliert|gelöscht"
        r"|aufbewahrt|verarbeitet|ausgewertet|abgelegt|festgehalten|ip-adresse)|(?:besuch|aufruf|zugriff|abruf|nutz"
        r"|zugreif|aufrufen|besuchen|abrufen|betreten)\w*.{0,140}?(?:automatisch|server|protokoll|zugriffsdaten"
        r"|ip-adresse|technische).{0,160}?(?:erfasst|erhoben|gespeichert|übermittelt|protokolliert|übertragen|gesendet"
        r"|erfassen|erheben|speichern|verarbeitet|identifiziert|speichert|erhebt|erfasst)|(?:erfasst|erhebt|erheben"
        r"|erfassen|speichert|speichern|übermittelt|protokolliert)\b.{0,80}?(?:beim?|wenn|bei jedem) .{0,60}?(?:aufruf"
        r"|zugriff|besuch|abruf).{0,160}?(?:ip-adress|browser|uhrzeit|zugriff)|(?:servers?|system|host(?:er"
        r"|ing provider)?|we|website|site|provider|browser)\b.{0,140}?(?:log|record|collect|store|receive|transmit"
        r"|send)\w*\b.{0,140}?(?:log files?|server logs?|access logs?|ip address|web requests?|log data)|(?:log files?"
        r"|server logs?|access logs?|log data|weblogs?)\b.{0,120}?(?:stor|record|collect|contain|includ|kept|delet"
        r"|retain|process)|(?:visit|access|brows|use of|using|open)\w*\b.{0,100}?(?:website|site|page|portal"
        r"|application|app|service)\b.{0,140}?(?:ip address|log files?|server logs?|browser type|technical (?:data"
        r"|information)).{0,100}?(?:collect|record|stor|transmit|process|log|sen[dt])|(?:visit|access|brows|use of"
        r"|using|open)\w*\b.{0,100}?(?:website|site|page|portal)\b.{0,80}?(?:automatically|server).{0,60}?(?:collect"
        r"|record|stor|transmit|log)|(?:browsing|navigation)\b.{0,30}?(?:technical )?data.{0,120}?ip address",
    ),
    (
        "hosting",
        r"(?<!lokal )(?<!selbst )\bgehostet\b|(?:websei?te|website|seiten?|homepage|internet\w+|angebot|app|anwendung"
        r"|plattform|shop|daten|dienste?)\b.{0,180}?\b(?:gehostet|hosting(?! (?:and|or)\b|,|\))|hoster)|\b(?:hosten"
        r"|hostet) .{0,40}?(?:websei?te|website|seite|inhalte|homepage|angebot|shop)|(?:web-?hoster|hoster"
        r"|hosting-?(?:anbieter|dienstleister|provider|partner|dienst))\w*\b.{0,160}?(?:verarbeit|speicher|erheb"
        r"|erfass|betrie|bereit|nutzen|eingesetzt|ist\b|setzen|erfolgt)|(?:datenverarbeitung|speicherung"
        r"|betrieb)\b.{0,60}?durch (?:den|unseren|einen) (?:\w+-?)?(?:host|webhost)|(?:website|site|pages?|app"
        r"|platform|service|application|domain|data|servers?|database|blog|shop|portal)s?\b.{0,160}?\bhosted\b"
        r"|\bwe (?:self-?)?host\b|\bhosted (?:by|on|with|at)\b|\bhosting (?:by|of|on|with|at)\b"
        r"|hosting provider\w*\b.{0,60}?\b(?:is|process|stor|collect)|unsere server (?:stehen|befinden sich"
        r"|werden betrieben)|our servers (?:are|is) (?:located|operated)|(?:web-?server"
        r"|rechenzentrum)\w*\b.{0,60}?(?:betrieben|bereitgestellt)",
    ),
    (
        "security",
        r"(?:technisch\w*|organisatorisch\w*|angemessen\w*|geeignet\w*|umfangreich\w*"
        r"|umfassend\w*)\b.{0,80}?(?:sicherheits|schutz)?(?:maßnahmen|vorkehrungen)\b.{0,200}?(?:schütz|schutz|sicher"
        r"|verlust|zugriff|manipul|getroffen|ergriffen|umgesetzt)|(?:sicherheitsmaßnahmen|sicherheitsvorkehrungen"
        r"|schutzmaßnahmen)\b.{0,160}?(?:schütz|verlust|zugriff|manipul|unbefugt|getroffen|ergriffen|verbessert"
        r"|einsatz|angepasst)|(?:security|protective|safety) (?:measures|safeguards|procedures|controls"
        r"|practices)\b.{0,160}?(?:protect|prevent|loss|unauthori|secure|taken|appl|observed|in place)|(?:take|taken"
        r"|use|implement|apply|adopt|maintain|employ|have|put)\w*\b.{0,80}?(?:technical|organi[sz]ational"
        r"|administrative|physical|security|appropriate|reasonable)\b.{0,80}?(?:measures|precautions|procedures"
        r"|steps)\b(?!.{0,60}?freedoms)|(?:ssl|tls)-?\s?bzw|(?:ssl|tls)\b.{0,60}?(?:verschlüssel|encrypt|zertifikat"
        r"|certificate|protokoll|protocol|verfahren)|(?:verschlüssel|encrypt)\w*.{0,80}?(?:\bssl|\btls|https)"
        r"|(?:personal )?(?:data|information|daten) (?:is|are|werden|wird) .{0,30}?(?:encrypted|verschlüsselt)"
        r"|(?:protect|safeguard|secure) (?:your|the|all|users?'?) .{0,40}?(?:data|information)\b.{0,120}?(?:unauthori"
        r"|loss|misuse|encrypt|measure|firewall)",
    ),
    (
        "cookies",
        r"(?:verwend|nutz|setz|einsatz|eingesetzt|speicher|platzier)\w*\b.{0,60}?\bcookies?\b"
        r"|\bcookies?\b.{0,80}?(?:verwendet|genutzt|gesetzt|eingesetzt|gespeichert|abgelegt|platziert|verwenden)"
        r"|\b(?:use(?! of)|uses|using|set|sets|place|places|employ|store|stores|utili[sz]es?)\b.{0,50}?\bcookies?\b"
        r"|\bcookies?\b.{0,40}?\b(?:are|is|will be|may be)\b.{0,40}?(?:used|set|stored|placed|saved|necessary|needed"
        r"|text files)|(?:session|local) ?storage\b.{0,60}?(?:used|stored|gespeichert|verwendet|genutzt)",
    ),
    (
        "contact",
        r"(?:persönliche|personenbezogene)\w* daten,? (?:die|welche) (?:sie|du) uns\b.{0,120}?(?:übermittel|send"
        r"|schick|zusend)|(?:personal )?(?:data|information),? (?:that |which )?you (?:electronically )?(?:submit"
        r"|transmit|send) to us\b|(?:kontaktanfragen|kontaktaufnahmen?)\b.{0,80}?(?:\d+ (?:monat|jahr|tag)|gelöscht"
        r"|gespeichert|aufbewahrt)|(?:kontakt|anfrage|rückruf|feedback|eingabe|web|online)-?formular\w*\b.{0,240}?"
        + _DO
        + r"|"
        + _STORE
        + r".{0,160}?(?:kontakt|anfrage|rückruf)-?formular|(?:contact|inquiry|enquiry|feedback|web|online|callback"
        r"|support) forms?\b.{0,240}?"
        + _DO
        + r"|"
        + _STORE
        + r".{0,160}?(?:contact|inquiry|enquiry|feedback|callback) forms?\b|(?:wenn|sofern|sobald|falls|indem"
        r"|soweit) (?:sie|du|nutzer)\b.{0,40}?\bkontakt\w*.{0,200}?"
        + _DO
        + r"|(?:wenn|sofern|sobald|falls) (?:sie|du) (?:mit uns|uns)\b.{0,60}?(?:kontakt|anschreib|schreib"
        r"|in verbindung)\w*.{0,200}?"
        + _DO
        + r"|bei (?:\w+ ){0,3}(?:kontaktaufnahme|kontaktierung|anfragen?)\b.{0,200}?"
        + _DO
        + r"|(?:if|when|whenever|where|by) (?:you|users?|visitors?) .{0,30}?(?:contact|write to|reach out to"
        r"|get in touch|email|e-mail|call)(?:s|ing)? (?:\w+ )?(?:us|me|our|the owner|with us)\b.{0,220}?"
        + _DO
        + r"|by contacting us\b.{0,160}?"
        + _DO
        + r"|(?:respond|reply|answer)\w* to (?:your|any|their) (?!(?:\w+ ){0,2}access )(?:\w+ ){0,2}(?:inquir|enquir|question"
        r"|request|message|comment)(?!s? (?:to|for) (?:delet|access|eras|exercis|rectif))|beantwort\w* (?:ihrer|deiner|ihre|der|von) (?:\w+ ){0,2}(?:anfrage|fragen|nachricht)"
        r"|(?:anfragen?|nachricht(?:en)?|fragen)\b.{0,60}?(?:zu beantworten|beantworten zu|zu bearbeiten"
        r"|beantwortet)",
    ),
    (
        "enquiries",
        r"(?:wenn|sofern|falls|sobald|soweit) (?:sie|du|nutzer) .{0,40}?(?:per|via|eine?) (?:e-?mail|telefon|post|fax"
        r"|brief)\b.{0,200}?"
        + _DO
        + r"|(?:kontaktaufnahme|anfragen?|kontakt) (?:\w+ ){0,3}(?:per|via|über|durch) (?:\w+ ){0,2}(?:e-?mail"
        r"|telefon)\b.{0,200}?"
        + _DO
        + r"|(?:individuelle\w*|ihre\w*|von) e-?mail-?anfragen\b|e-?mail-?anfragen .{0,80}?"
        + _DO
        + r"|(?:if|when|by) (?:you|sending|users?) .{0,40}?\b(?:e-?mail|phone|telephone|call)\b.{0,160}?"
        + _DO
        + r"|(?:contact|inquir|enquir)\w* (?:us )?(?:by|via) (?:e-?mail|phone|telephone)\b.{0,160}?"
        + _DO,
    ),
    (
        "newsletter",
        r"(?:news-?letter|infomail|rundbrief|mailingliste?n?|mailing-?listen?)\w*\b.{0,200}?(?:anmeld|abonn|versand"
        r"|versend|zusend|erhalten|empfang|verschick|send|eintrag|eingetragen|bestell|bezieh|abmeld|abbestell|verwend"
        r"|nutz|verarbeit)|(?:anmeld|abonn|versand|versend|zusend|erhalten|empfang|verschick|eintrag|bestell|bezieh"
        r"|abmeld|abbestell)\w*\b.{0,100}?(?:news-?letter|infomail|rundbrief|mailingliste)|(?:news-?letters?"
        r"|mailing lists?|e-?mail updates)\b.{0,160}?(?:subscri|sign|send|sent|receiv|opt|regist|distribut|us(?:e|ed"
        r"|ing)\b|add)|(?:subscri|sign(?:ing|ed)? up|send|sent|receiv|opt|regist|add (?:you|your)"
        r"|join)\w*\b.{0,100}?(?:news-?letters?|mailing list|e-?mail updates)",
    ),
    (
        "accounts",
        r"(?:kunden|nutzer|benutzer|mitglieds|online|user|persönliche[sn]? )-?(?:konto|account|profil)\w*\b.{0,200}?"
        + _DO
        + r"|"
        + _DO
        + r".{0,160}?(?:kunden|nutzer|benutzer|mitglieds|user)-?(?:konto|account|profil)|(?:wenn|sofern|sobald|falls"
        r"|bei|durch|für|zur) .{0,60}?(?:registrier|konto (?:an|er)|account (?:an|er)|zugangsdaten)\w*.{0,200}?"
        + _DO
        + r"|(?:when|if|by|users? (?:who|that|to)|for users?|upon|after|where) .{0,60}?(?:register|registration"
        r"|creat\w+ (?:an|a|your) (?:\w+ ){0,2}(?:account|profile)|sign(?:s|ing|ed)? up(?! (?:for|to) (?:our|the"
        r"|a) \w* ?(?:news|mail))|log(?:ging|ged)? ?in)\w*\b.{0,220}?"
        + _DO
        + r"|"
        + _DO
        + r".{0,100}?(?:when|if) (?:you|they|users?) (?:register|sign up|create an? )|(?:user|customer|member|online"
        r"|your|personal|login|log-in) ?'?s? (?:account|profile|details|credentials)\b.{0,160}?(?:stor|collect"
        r"|process|creat|record|retain|delet|kept|purged|manage)|(?:create|creating|manage|administer|set up) (?:a "
        r"|an |your |the |user'?s? )?(?:\w+ )?(?:accounts?|membership)\b|(?:account|registration|login) (?:data"
        r"|information|details)\b.{0,120}?(?:collect|name|e-?mail|process|stor)",
    ),
    (
        "orders",
        r"\b(?:bestell|kauf|auftrag(?!sverarb|sdatenv)|vertrag)\w*\b.{0,160}?(?:abwicklung|abwickeln|abzuwickeln|bearbeitung|durchführung"
        r"|erfüllung|ausführung|verarbeitung|verarbeiten|erheben|speichern).{0,160}?(?:bestell|kauf|auftrag|daten"
        r"|vertrag|ware)|(?:abwicklung|durchführung|ausführung|bearbeitung) (?:ihrer|der|von|deiner|einer"
        r"|ihres) (?:\w+ )?(?:bestell|kauf|auftr|einkäuf)|(?:wenn|sofern|sobald|bei) .{0,40}?(?:bestell|einkauf"
        r"|kaufen)\w*.{0,160}?"
        + _DO
        + r"|(?:process|fulfil|handle|complete|execut|perform|administ)\w* (?:your|the|an|of|and"
        r"|any) (?:\w+ ){0,3}(?:orders?|purchases?|contract with you)\b|(?:if|when) you (?:place|make|submit|buy"
        r"|order|purchas)\w*.{0,160}?"
        + _DO
        + r"|(?:(?<!in )\borders?|purchas\w*|tickets?)\b.{0,100}?(?:collect|process|stor).{0,80}?(?:name|address|data"
        r"|details|e-?mail)",
    ),
    (
        "shipping",
        r"\b(?:lieferanschrift|lieferadresse|versand-?(?:dienst|untern|partner|firm|dat)|paketdienst|logistik"
        r"|transportuntern|zustell(?:dienst|ung)|liefer(?:dienst|ung|anten?))\w*\b.{0,200}?(?:weitergegeben"
        r"|weitergeben|weiter\b|geben|übermittel|weitergeleitet|leiten|beauftragt)|(?:geben|übermitteln|leiten"
        r"|weitergabe|übermittlung)\b.{0,200}?(?:versand(?:dienst|untern|partner|firm)|paketdienst|logistik"
        r"|transportuntern|zustelldienst|lieferdienst|spedition|lieferung beauftragt|versand beauftragt)|(?:shipping"
        r"|delivery|transport|logistics|courier|postal) (?:compan|provider|service|partner|firm"
        r"|carrier)\w*\b.{0,160}?(?:pass|transmit|shar|forward|receiv|disclos|transfer|provid|commission)|(?:pass"
        r"|transmit|shar|forward|disclos|transfer|provid)\w*\b.{0,200}?(?:shipping|delivery|transport|logistics"
        r"|courier) (?:compan|provider|service|partner|firm|carrier)|(?:company|companies) (?:commissioned"
        r"|entrusted) (?:to|with) (?:\w+ ){0,3}(?:deliver|ship)",
    ),
    (
        "payments",
        r"(?:zahlungs|bezahl)(?:dienst|anbieter|abwickl|daten|dienstleister|institut|informationen|verkehr|art"
        r"|vorgang)\w*\b.{0,200}?(?:weitergegeben|weitergeben|weitergabe|weiter\b|übermittel|nutz|verwend|verarbeit"
        r"|einsatz|erfolgt|erhoben|durchgeführt|abgewickelt|speicher)|(?:geben|übermitteln|leiten|weitergabe|nutzen"
        r"|verwenden|verarbeit)\w*\b.{0,200}?(?:zahlungs|bezahl)(?:dienst|anbieter|abwickl|daten)|(?:zahlung|bezahlung"
        r"|rechnung)\w*\b.{0,60}?(?:über|mit|durch|per|via)\b.{0,80}?(?:abgewickelt|abwickl|verarbeitet|durchgeführt"
        r"|erfolgt|weitergeleitet)|(?:kreditkarten?|bank|konto|rechnungs|zahlungs)-?(?:daten|verbindung|nummer"
        r"|informationen)\b.{0,120}?"
        + _DO
        + r"|payment (?:provider|processor|service|processing|data|information|details|gateway"
        r"|card)\w*\b.{0,200}?(?:process|handl|stor|transmit|pass|shar|us(?:e|ed|ing)\b|collect|forward|via|through"
        r"|transfer|insert)|(?:process|handl|collect|us|pass|shar|pay|transmit)\w*\b.{0,160}?payment (?:provider"
        r"|processor|service|data|information|details|gateway|card)|payments? (?:\w+ ){0,4}(?:is|are"
        r"|will be) (?:\w+ ){0,2}(?:processed|handled|made via|carried out)|(?:credit"
        r"|debit) cards?\b.{0,60}?(?:process|stor|handl|collect|transmit)|(?:process|handle|take|accept)\w* (?:your "
        r"|the )?(?:card )?payments?\b|(?:billing|card|bank) (?:details|information|data)\b.{0,80}?(?:process|stor"
        r"|collect|handl)|pay(?:ing|ment)? (?:us )?(?:by|via|through|with) .{0,100}?(?:process|stor|handl|transmit"
        r"|forward)",
    ),
    (
        "analytics",
        r"(?:statistisch\w*|anonym\w*|webanalyse|analyse)\b.{0,100}?(?:auswert|analys|besuch|nutz).{0,160}?(?:einsatz"
        r"|verwend|nutzen|eingesetzt|werden|tool|erfolgt)|(?:analyse|auswertung|messung"
        r"|analysier)\w*\b.{0,80}?(?:nutzung|nutzer-?|besucher?-?|surf-?)(?:verhalten|s|ung|er"
        r"|zahlen)?\w*\b.{0,120}?(?:verwend|einsatz|setzen|nutzen|eingesetzt|erfolgt|tool|dient|software|durchgeführt)"
        r"|(?:web-?analyse(?:dienst|tool|software)?|tracking-?(?:tool|dienst|software)|analyse-?(?:tool|dienst"
        r"|software))\w*\b.{0,160}?(?:einsatz|verwend|nutz|eingesetzt|setz|erfass)|(?:verwend|nutz|setz"
        r"|einsatz)\w*\b.{0,80}?(?:web-?analyse|analyse-?(?:tool|dienst|software)|tracking-?tool)|(?:nutzungstrends"
        r"|seitennutzung|nutzungsverhalten|nutzungsumfang)\b|(?:web|website|usage|traffic|site|app|product"
        r"|visitor) (?:analytics|analysis|statistics)\b.{0,160}?(?:us(?:e|ed|ing)\b|collect|process|tool|software"
        r"|service|measur|understand)|\b(?:use|uses|using|employ|collect)\w*\b.{0,100}?(?:web|website|usage|traffic"
        r"|visitor|product) (?:analytics|analysis|statistics)|analytics (?:tool|service|software|provider"
        r"|partner)\w*\b.{0,120}?(?:collect|help|track|measur|process|us(?:e|ed|ing)\b)|(?:analy[sz]|measur|monitor"
        r"|understand|track)\w* (?:how (?:you|users|visitors|people|our)|the usage|the use of (?:our|the|this) (?:web"
        r"|site)|user behavio|visitor|your use|usage|traffic|website traffic|web traffic)",
    ),
    (
        "advertising",
        r"(?:personalisiert|interessenbezogen|interessengerecht|nutzungsbasiert|zielgerichtet|relevant)\w* (?:werbung"
        r"|anzeigen|werbeanzeigen)|werbeanzeigen? .{0,80}?(?:schalten|ausspiel|einblend|anzeig|messen)"
        r"|conversion-?(?:tracking|messung)|remarketing|retargeting|(?:personali[sz]ed|interest-based|targeted"
        r"|behaviou?ral|relevant) (?:ads?\b|advert|content and ad)|(?:affiliate|werbe)-?(?:netzwerk|programm"
        r"|partner)\w*\b.{0,100}?(?:teilnehm|teil\b|nutz|verwend|link)|affiliate (?:program|link|network)",
    ),
    (
        "embeds",
        r"(?:eingebettet|eingebunden|einbind|einbett|integriert|binde)\w*\b.{0,100}?(?:video|karte|maps|schriftart"
        r"|fonts?\b|i-?frame|inhalte|captcha|plugin|plug-in|player|widget)|(?:videos?|karten?|maps|schriftarten?"
        r"|fonts?|inhalte|captcha|player)\b.{0,80}?(?:eingebettet|eingebunden|einzubinden|einbind|integriert"
        r"|extern\w* geladen|nachgeladen)|embedd?(?:ed|s|ing)?\b.{0,80}?(?:content|video|map|font|player|post|media"
        r"|widget)|(?:video|map|font|captcha|content)s?\b.{0,60}?(?:embedded|integrated|loaded from)"
        r"|\bre?captcha\b.{0,120}?(?:us|protect|schütz|verwend|nutz|einsatz)|(?:uses?|verwend\w*|nutz\w*"
        r"|setz\w*)\b.{0,60}?\b(?:re)?captcha",
    ),
    (
        "social_links",
        r"(?:verlink|verweis|\blinks?\b|teilen|social-?bookmark|share)\w*\b.{0,160}?(?:sozial\w* (?:netzwerk|medien)"
        r"|social[- ]?(?:media|network|bookmark)|facebook|instagram|linkedin|xing|twitter)|(?:sozial\w* (?:netzwerk"
        r"|medien)|social[- ]?(?:media|network)\w*)\b.{0,120}?(?:verlink|\blinks?\b|teilen|shar(?:e|ing) button)"
        r"|social[- ]?bookmarks?\b",
    ),
    (
        "social_presence",
        r"(?:unterhalten|betreib\w*|pfleg\w*|unser\w*|haben) (?:\w+ ){0,5}(?:fan-?page|unternehmens(?:seite|profil)"
        r"|online-?präsenz|präsenz\w*|auftritte?|profile?n?|kan[aä]l\w*|facebook-?seite)\b.{0,80}?(?:sozial|social"
        r"|facebook|instagram|linkedin|xing|youtube|twitter|tiktok)|(?:maintain|operat|have|run"
        r"|our)\w* (?:\w+ ){0,5}(?:fan ?page|company (?:page|profile)|online presences?|presences?|profiles?|channels?"
        r"|(?:facebook|linkedin|instagram) pages?)\b.{0,80}?(?:social|facebook|instagram|linkedin|xing|youtube|twitter"
        r"|tiktok|posts?\b)|(?:sozial\w* (?:netzwerk|medien)|social media)\w* (?:präsent|vertreten)"
        r"|unsere[nr]? (?:profilen|seiten|kanälen|auftritten)\b.{0,80}?(?:sozial|social|plattform)",
    ),
    (
        "applications",
        r"(?:bewerbungs|bewerber)-?(?:verfahren|daten|unterlagen|prozess|formular|management|portal)\w*\b.{0,200}?"
        + _DO
        + r"|(?:wenn|sofern|falls) (?:sie|du) (?:sich|dich) .{0,60}?bewerb\w*.{0,200}?"
        + _DO
        + r"|bewerbungen\b.{0,120}?(?:gelöscht|gespeichert|verarbeite|aufbewahrt)|(?:job|application|applicant"
        r"|candidate|employment)s? (?:process|procedure|data|documents?|application|applicants?)\b"
        r".{0,200}?" + _DO + r"|(?:if|when) you apply (?:for|to)\b.{0,200}?" + _DO,
    ),
    (
        "talent_pool",
        r"(?:bewerber\S*|talent|kandidaten)-?\s?pool|(?:applicant|talent|candidate) pool|pool of applicants"
        r"|(?:contact|inform|consider|offer)\w* (?:you )?.{0,60}?(?:position|job|vacanc|role|opening)\w*.{0,60}?(?:again|in the"
        r" future|future)|(?:künftig|zukünftig|später)\w* (?:\w+ ){0,3}(?:stellen|vakanz|ausschreibung)\w*",
    ),
    (
        "suppression",
        r"blacklist|sperrliste|werbesperr\w+|suppression list|robinson|(?:adresse|kontaktadresse|daten"
        r"|nummer)\b.{0,80}?(?:werbliche|werbe)\w*\b.{0,60}?gesperrt|(?:gesperrt|sperrvermerk)\b.{0,40}?werb"
        r"|do[- ]not[- ](?:contact|mail|email) list|opt-?out list",
    ),
    (
        "soft_opt_in",
        r"7 ?(?:abs\. ?|\()3\)? ?uwg|(?:newsletter|werbung|e-mail|marketing)[^.]{0,80}(?:bestandskund"
        r"|existing customers)|ähnliche[nr]? (?:eigene[nr]? )?(?:waren|produkte|dienst|angebote)|similar (?:goods"
        r"|products|services)|eigene[nr]?,? ähnliche",
    ),
    (
        "direct_marketing",
        r"direktwerbung (?:zukommen|nutzen|verwend|verarbeit|zu )|zwecke der direktwerbung nutzen|(?:use|process"
        r"|send)\b.{0,80}?(?:for|us) direct (?:marketing|advertising)|werbung per (?:post|telefon|sms|brief)"
        r"|postalische|(?:post|brief)werbung|für (?:eigene )?(?:werbe|marketing)zwecke (?:\w+ ){0,3}(?:verwend|nutz"
        r"|verarbeit|speicher)|(?:werbe|marketing)-?(?:kommunikation|material|informationen|botschaften|mails?"
        r"|nachrichten)\b.{0,120}?(?:zusend|send|zukommen|erhalten|versand|übermittl|versend)|(?:zusend|send|zukommen"
        r"|versand|übermittl|versend)\w*\b.{0,120}?(?:werbe|marketing)-?(?:kommunikation|material|botschaften"
        r"|nachrichten)|(?:send|receive|provide|contact)\w*\b.{0,80}?(?:marketing|promotional"
        r"|advertising) (?:communication|material|information|message|e-?mail|offer)|werbeeinwilligung"
        r"|sms-(?:marketing|werbung|versand|benachricht)",
    ),
    (
        "credit_checks",
        r"bonitäts?-?(?:prüfung|auskunft|daten|information)\w*|wirtschaftsauskunftei|auskunfteien?\b|credit (?:agenc"
        r"|check|bureau|reference|report)\w*|creditworthiness|schufa|creditreform|scorewert",
    ),
    (
        "claims",
        r"inkasso\w*\b.{0,120}?(?:weiter|übermittel|beauftrag|geben|abtret)|(?:weiter|übermittel|beauftrag|geben"
        r"|abtret)\w*\b.{0,160}?inkasso|(?:geltendmachung|durchsetzung|eintreibung|abtretung) (?:der|von|einer"
        r"|unserer) (?:\w+ )?(?:forderung|ansprüche?).{0,120}?beauftragt|debt collect\w*.{0,80}?(?:transfer|pass"
        r"|transmit|shar|forward|assign)|(?:transfer|pass|transmit|shar|forward|assign)\w*\b.{0,80}?debt collect"
        r"|data may be used for legal purposes|legal purposes by the|assertion of legal claims and defen"
        r"|(?:verteidigung|abwehr) (?:gegen|von) (?:rechts)?ansprüche.{0,60}?verarbeit",
    ),
    (
        "children",
        r"(?:unter|under|below|younger than|jünger als|vor vollendung)(?: the age of| an alter von| de[sm]"
        r"| of)? ?(?:13|14|15|16|18|1[3468]\.)\b(?:\.| jahren| years| lebensjahr)?|(?:personen|kinder|jugendliche"
        r"|nutzer) unter (?:1[3-8]|sechzehn)|knowingly .{0,60}?(?:children|minors)|(?:children|minors"
        r"|minderjährige)\w*\b.{0,120}?(?:collect|wissentlich|consent of|zustimmung|ohne einwilligung|nicht richten"
        r"|direct|intended)",
    ),
    (
        "event_photos",
        r"\b(?:fotos|bilder|aufnahmen) (?:von|der|unserer) .{0,120}?(?:einwilligung|zustimmung)|\b(?:photos|pictures|images) of"
        r" .{0,80}?\bconsent|bild- und (?:video|ton|film)aufnahm|foto- und (?:film|video)|picture and video recordings|(?:foto(?:s"
        r"|grafien|aufnahmen)|(?:film|bild)aufnahmen)\b.{0,80}?(?:veranstaltung|event|angefertigt|gemacht"
        r"|veröffentlich)|photograph(?:s|ed|er)?(?:,? (?:and|or) (?:film|video)\w*|\b.{0,80}?\bevents?\b)|(?:film"
        r"|record|photograph)(?:ed|ing) .{0,80}?(?:event|talks|publish|attendee)|(?:events?|talks)\b.{0,60}?(?:filmed"
        r"|recorded|photographed)",
    ),
    (
        "video_calls",
        r"(?:videokonferenz|online-?meeting|videoanruf|videosprechstunde|telefonkonferenz)\w*\b.{0,160}?(?:verwend"
        r"|nutz|durchf|einsatz|verarbeit|erfass|setzen)|(?:video (?:conferenc|call|meeting)"
        r"|online meeting)\w*\b.{0,160}?(?:us(?:e|ed|ing)\b|conduct|process|hold|via|participat)|(?:use|using|conduct"
        r"|hold)\w*\b.{0,100}?(?:video conferenc|video call|online meeting)",
    ),
    (
        "webinars",
        r"(?:unsere\w*|our) (?:\w+ )?webinars?\b|webinar-?anmeld|(?:regist|anmeld|teilnahm"
        r"|participat)\w*\b.{0,60}?(?:webinar|online-?seminar)",
    ),
    (
        "appointments",
        r"termin-?buchungs?(?:tool|system|software)|\bbuchungstool|(?:termin(?:buchung|vereinbarung|vergabe|anfrage)"
        r"|online-?terminbuchung|buchungstool|terminbuchungstool)\w*\b.{0,160}?"
        + _DO
        + r"|"
        + _DO
        + r".{0,100}?(?:termin(?:buchung|vereinbarung)|terminbuchungstool)|(?:wenn|sofern"
        r"|um) .{0,60}?\btermine? .{0,40}?(?:buch|vereinbar)\w*|(?:book|schedul|mak|arrang)\w* (?:an?|your"
        r"|of) (?:\w+ )?(?:appointment|meeting|consultation|call)s?\b.{0,160}?"
        r"|(?:appointment|booking) (?:book|schedul|tool|system|software|request)\w*\b.{0,120}?" + _DO,
    ),
    (
        "chat",
        r"(?:live-?chat|online-?chat|chatbot|chat-?(?:funktion|tool|dienst|fenster|system))\w*\b.{0,200}?"
        + _DO
        + r"|"
        + _DO
        + r".{0,100}?(?:live-?chat|chatbot|chat (?:function|tool|service|widget))"
        r"|(?:live[- ]chat|chat (?:function|tool|service|widget))\b.{0,160}?" + _DO,
    ),
    (
        "consent",
        r"(?:pop-?up|banner|dialog|fenster)\b.{0,80}?cookies|cookies.{0,60}?\b(?:pop-?up|banner)\b|(?:cookie"
        r"|consent)-?\s?(?:banner|management|tool|manager|preference|präferenz|einwilligung|popup|pop-up"
        r"|hinweis)\w*\b.{0,200}?(?:speicher|erteil|widerruf|einwillig|auswähl|wähl|verwalt|änder|anpass|stor|consent"
        r"|choos|select|manag|withdraw|chang|adjust|obtain|einhol|nachweis|document|öffnen)|einwilligungsdaten"
        r"|consent (?:data|record)|nachweis (?:der|ihrer|erteilter) einwilligung|proof of (?:your )?consent"
        r"|(?:set|adjust|chang|manag|änder|anpass|einstell|verwalt)\w* (?:\w+ ){0,3}(?:your|ihre|deine) (?:\w+ )?(?:cookies?"
        r"|tracking|consent|privacy)[ -](?:preference|setting|choice|einstellung|präferenz)\w*(?!.{0,80}browser)"
        r"|(?:speicher|stor|sav)\w* (?:ihre|your|die|deine) (?:cookie|consent|einwilligungs)[- ]?(?:einstellung"
        r"|präferenz|entscheidung|auswahl|preference|setting|choice|decision)",
    ),
    (
        "crm",
        r"\bcrm\b.{0,160}?(?:system|software|verarbeit|speicher|nutz|verwend|datenbank|process|stor|us(?:e|ed|ing)\b)"
        r"|customer[- ]relationship[- ]management|kundenmanagementsystem|kundenbeziehungsmanagement"
        r"|zentrale[nrs]? (?:kunden)?datenbank\b",
    ),
    (
        "business_partners",
        r"(?:geschäftspartner|geschäftskund|lieferant|ansprechpartner|fachkräft"
        r"|fachpersonal)\w*\b.{0,160}?(?:verarbeit|erheb|speicher|zusammenarbeit|kontaktdaten|nutz)"
        r"|zusammenarbeit mit ihnen als|geschäftsbeziehung\w* (?:mit ihnen|anzubahnen|durchzuführen|zu verwalten)"
        r"|(?:business|commercial) (?:partner|contact)s?\b.{0,160}?(?:process|collect|stor|manag|us(?:e|ed|ing)\b)"
        r"|(?:suppliers?|vendors?|contractors?)\b.{0,100}?(?:process|collect|stor)",
    ),
    (
        "rights",
        r"recht auf (?:unentgeltliche )?(?:auskunft|löschung|berichtigung)|(?:haben|steht"
        r"|stehen)\b.{0,60}?\brecht\w*\b.{0,100}?(?:auskunft|lösch|bericht|widerspr)|right (?:of access|to (?:access"
        r"|receive |obtain |request |rectif|eras|delet|(?:free )?information))|(?:you|users?) (?:may|can"
        r"|have the right to|are entitled to)\b.{0,60}?(?:access|correct|delet|rectif|eras|object)\w*\b.{0,80}?(?:data"
        r"|information)|art\. ?15 (?:dsgvo|gdpr)|(?:complain|complaint|beschwer)\w*\b.{0,80}?(?:commissioner"
        r"|supervisory|aufsichtsbeh|authority)|(?:daten|data)\b.{0,80}?(?:prüfen|berichtigen"
        r"|löschen)\b.{0,120}?(?:möchten|können sie|wünschen)",
    ),
)
