"""The words of sentences that mention a kind of activity, narrower than the section that they stand in.

A mention decides what a legal basis or a period in the same sentence is said of; what describes an activity is in
``description``. Art. 13(1)(c) and (2)(a) GDPR ask for purpose, basis and period together.
"""

from __future__ import annotations

MENTIONS: tuple[tuple[str, str], ...] = (
    ("suppression", r"blacklist|sperrliste|werbesperr\w+|suppression list|robinson"),
    (
        "soft_opt_in",
        r"7 ?(?:abs\. ?|\()3\)? ?(?:uwg|nr)|(?:newsletter|werbung|e-mail|marketing)[^.]{0,80}(?:bestandskund"
        r"|existing customers)|ähnliche[nr]? (?:eigene[nr]? )?(?:waren|produkte)|similar (?:goods|products)",
    ),
    (
        "talent_pool",
        r"(?:bewerber\S*|talent|kandidaten)-?pool|(?:applicant|talent|candidate) pool|pool of applicants",
    ),
    (
        "applications",
        r"bewerbungsverfahren|bewerberdaten|bewerbungsunterlagen|application (?:process|procedure|documents)"
        r"|apply (?:to us|for a job)",
    ),
    (
        "newsletter",
        r"newsletter (?:anmeld|abonn|bestell)|zum newsletter|(?:unser|den|des) newsletter|subscrib\w+ to (?:our|the"
        r"|a) \w* ?newsletter|our newsletter|receive the newsletter",
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
        r"direktwerbung zukommen|zwecke der direktwerbung nutzen|(?:use|process)\b.{0,80} for direct (?:marketing"
        r"|advertising)|werbung per post",
    ),
    ("video_calls", r"videokonferenz\w*|video conferenc\w*|video calls?\b|videoanruf"),
    (
        "event_photos",
        r"bild- und (?:video|ton|film)aufnahm|foto- und film|picture and video recordings|photographs? (?:and"
        r"|or) (?:film|video)",
    ),
    (
        "children",
        r"(?:unter|under|below)(?: the age of| an alter von)? ?(?:13|14|16)\b(?: jahren)?|knowingly .{0,60}children"
        r"|kinder unter",
    ),
    ("claims", r"inkasso\w*|debt collection|assertion of legal claims and defen"),
    (
        "security",
        r"(?:ssl|tls)-?\s?(?:verschlüssel|encrypt|bzw|or|oder|und|/)|technisch\w* und organisatorisch\w* maßnahm"
        r"|technical and organi[sz]ational (?:security )?measures",
    ),
    (
        "rights",
        r"recht auf auskunft|right (?:of access|to (?:receive |obtain )?(?:free )?information|to information)"
        r"|art\. ?15 (?:dsgvo|gdpr)",
    ),
    ("chat", r"live-?chat|online-?chat|chatbot"),
    (
        "shipping",
        r"versanddienstleister|transportunternehmen|paketdienst\w*|transport company|shipping (?:company|provider"
        r"|service)",
    ),
    (
        "payments",
        r"zahlungsdienstleister|zahlungsabwicklung|payment service provider|processing of payments|payment provider",
    ),
    (
        "cookies",
        r"(?:verwend|nutz|setz)\w* (?:\w+ ){0,4}cookies|(?:use|uses|using|set) (?:\w+ |[“”\"„-]){0,5}cookies"
        r"|cookies (?:sind|are) ",
    ),
    (
        "orders",
        r"ordering process|bestellvorgang|bestellprozess|bestellabwicklung|order process|abwicklung (?:ihrer|von"
        r"|der) bestellung|vertragsabwicklung|processing of (?:the contract|your order)",
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
