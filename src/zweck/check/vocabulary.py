"""Words that the rules look for: kinds of activity by subject, categories of data, legal forms, vague phrases.

Lists, not judgement: a rule says what follows from a word. Vague phrases are those that supervisory authorities and
WP260 rev. 01 (nos. 12 and 13) call too vague.
"""

from __future__ import annotations

import re

ANALYTICS_KINDS = ("analytics",)
LOG_KINDS = ("server_logs",)
MAIL_KINDS = ("newsletter",)
ADVERTISING_KINDS = (
    "advertising",
    "direct_marketing",
    "soft_opt_in",
    "newsletter",
    "conversion",
    "retargeting",
)
TRACKING_CATEGORIES = (
    "analytics",
    "session_replay",
    "testing",
    "cdp",
    "company_identification",
    "advertising",
    "affiliate",
    "marketing",
)
EMBED_CATEGORIES = (
    "video",
    "audio",
    "maps",
    "fonts",
    "embed",
    "embeds",
    "media",
    "social",
    "comments",
    "captcha",
)
STAFF_KINDS = ("applications", "talent_pool")
"""Kinds whose own texts tell applicants about purpose and withdrawal."""
CONSENTING_KINDS = ("newsletter", "applications", "talent_pool", "consent")
THIRD_SOURCE_KINDS = ("credit_checks", "credit_check", "sourcing", "lead_enrichment")
SCORING_KINDS = ("credit_checks", "credit_check", "scoring", "profiling", "fraud_prevention")

ONLINE_IDENTIFIERS = frozenset(
    {
        "ip",
        "ip_address",
        "online_identifiers",
        "cookie_id",
        "device_id",
        "consent_id",
        "user_id",
        "hash_of_email",
        "hashed_email",
        "visitor_id",
        "fingerprint",
    }
)

SPECIAL = frozenset(
    {
        "health",
        "disability",
        "allergies",
        "allergy",
        "religion",
        "belief",
        "ethnicity",
        "ethnic_origin",
        "race",
        "politics",
        "political_opinion",
        "trade_union",
        "union_membership",
        "genetic",
        "biometric",
        "sex_life",
        "sexual_orientation",
        "special",
        "special_categories",
    }
)
"""Special categories of Art. 9(1) GDPR, as data words or names of form fields."""

NOT_NEEDED = frozenset({"salutation", "gender", "title", "phone", "mobile", "birth_date", "date_of_birth", "birthday"})
"""Fields that a contact or newsletter form can do without (Art. 5(1)(c); CJEU C-394/23)."""

VAGUE_RECIPIENTS = frozenset(
    {
        "partners",
        "partner",
        "third_parties",
        "third_party",
        "others",
        "service_providers",
        "providers",
        "dienstleister",
        "kooperationspartner",
        "dritte",
        "vendors",
        "affiliates",
        "group",
    }
)

VAGUE_PURPOSE = re.compile(
    r"improv\w+ (?:our|the) (?:services?|offers?|website)|business purposes|marketing purposes|various purposes"
    r"|zu marketingzwecken|zur (?:optimierung|verbesserung) unsere[sr]|geschäftliche zwecke|für unsere zwecke"
    r"|research purposes|personalised experience|bestmögliche[sn]? erlebnis",
    re.IGNORECASE,
)

VAGUE_EVENTS = frozenset(
    {
        "purpose_ended",
        "purpose_end",
        "no_longer_needed",
        "not_needed",
        "no_longer_necessary",
        "purpose_fulfilled",
        "unnecessary",
        "necessary",
        "needed",
        "needed_ended",
        "necessary_ended",
        "required_ended",
    }
)
"""Events that nobody can date: they say the criterion again instead of answering it (Art. 13(2)(a))."""

ASKED_EVENTS = frozenset({"erasure_requested", "consent_withdrawn", "objected", "device_entry_cleared"})
"""Events that only the person can bring about; alone they leave the end to chance."""

RECORDED_EVENTS = {
    "contact": frozenset({"received", "answered", "closed"}),
    "newsletter": frozenset({"received", "confirmed", "unsubscribed", "consent_withdrawn", "objected"}),
    "applications": frozenset({"received", "procedure_ended", "consent_given", "consent_withdrawn"}),
    "rights": frozenset({"received", "request_closed"}),
    "consent": frozenset({"choice_recorded", "consent_withdrawn"}),
    "server_logs": frozenset({"collected", "incident_closed"}),
}
"""What Zweck itself writes down in its own store, by kind: a period that starts with anything else never starts."""

PUBLIC_BODY = re.compile(
    r"\b(?:KdöR|AöR|K\.d\.ö\.R\.|A\.ö\.R\.)|öffentlichen Rechts|public body|behörde"
    r"|\b(?:Stadt|Gemeinde|Landkreis|Universität)\b",
    re.IGNORECASE,
)
"""Bodies that can have a public task (Art. 6(1)(e), (3) GDPR)."""

_FORM = (
    r"\b(?:g?GmbH|gAG|AG|SE|KGaA|UG(?: \(haftungsbeschränkt\))?|eG|e\. ?G\.|OHG|KG|GbR|eGbR|e\. ?V\.|e\. ?K\."
    r"|e\. ?Kfm\.|e\. ?Kfr\.|PartG(?: ?mbB)?|Stiftung|Ltd\.?|Inc\.?|LLC|S\.?A\.?(?:R\.?L\.?)?|SAS|B\.?V\.?|N\.?V\.?"
    r"|S\.?r\.?l\.?|S\.?p\.?A\.?|GesmbH|ApS|A/S|AB|Oy|AS|SCE|plc|KdöR|AöR|Limited|Corporation|Corp\.?)(?=\W|$)"
)
LEGAL_FORM = re.compile(_FORM)

REGISTERED_FORM = re.compile(r"\b(?:g?GmbH|gAG|AG|SE|KGaA|UG|eG|e\. ?G\.|OHG|KG|eGbR|e\. ?V\.|e\. ?K\.|PartG)(?=\W|$)")
"""Forms that stand in a public register (§ 5(1) no. 4 DDG)."""

LEGAL_PERSON = re.compile(
    r"\b(?:g?GmbH|gAG|AG|SE|KGaA|UG|eG|e\. ?G\.|OHG|KG|e\. ?V\.|Stiftung|PartG|Ltd|Inc|LLC)(?=\W|$)"
)
"""Forms that act only through people who represent them (§ 5(1) no. 1 DDG)."""
