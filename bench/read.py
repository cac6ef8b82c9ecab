"""How well `zweck read` reads: micro F1 against labelled notices, and megabytes of text a second.

    python -m bench.read FOLDER [--verbose]

FOLDER holds notices and `gold/*.yaml`, labels made by people who did not see what the reader says, in one of two forms:
an *inventory* (every system with all that is said of it; names its notice in `document.file`) or *labels* (the fields
of `zweck read --json` with plain values; names its notice in `file`). Compared are sets per notice: controller name,
address and e-mail, presence and e-mail of the officer, services, legal bases, periods, cookies, rights, kinds of
activity, countries of transfer, safeguards per country, outdated names; and two links: activity with basis, activity
with period. Case, blanks and punctuation do not count; services compare as catalogue ids, unknown ones by name;
activities of inventories go through the table KINDS below, and systems that are no service do not count as services.
True positives, misses and false alarms are added up over all notices (micro F1; the links are not in it).
Speed: CPU seconds of this process, best of three over all notices, after one warm-up.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from zweck import catalog
from zweck.errors import UnreadableError
from zweck.law.names import outdated_names
from zweck.read import read_notice

KINDS = (
    ("soft_opt_in", r"newsletter-customers"), ("suppression", r"suppression|blacklist"), ("talent_pool", r"pool"),
    ("applications", r"^(?:applications|career|online-application)"), ("newsletter", r"^newsletter(?!-customers|-blacklist)"),
    ("server_logs", r"server-logs|access-logs|website-delivery"), ("cookies", r"^cookies"),
    ("consent", r"finsweet|usercentrics|^consent-man"), ("contact", r"contact-form"),
    ("enquiries", r"enquir|inquiry|communication-crm"), ("hosting", r"hosting|cloudfront|^cdn|webflow|^aws$|ionos-hosting"),
    ("accounts", r"^registration|^account$|^account-security-log|customer-portal"), ("partner_accounts", r"supplier-portal"),
    ("orders", r"customer-data|ordering"), ("shipping", r"carrier|dropship"), ("payments", r"psp|payments|stripe|paypal"),
    ("analytics", r"analytics|matomo|amplitude|segment|new-?relic|salesviewer|tag-manager"), ("video_calls", r"conferences|video-call|jitsi"),
    ("advertising", r"ads|pixel|doubleclick|remarketing|marketing-services|insight-tag|bing|(?<!direct-)advertis|ad-manager"), ("imprint", r"^imprint"),
    ("embeds", r"youtube|maps|fonts|vimeo|plugin|external-content|recaptcha|^linkedin$|^captcha"), ("crm", r"crm"),
    ("social_links", r"social-links"), ("social_presence", r"social-media-presence|twitter-account"),
    ("rights", r"rights-desk|data-subject"), ("security", r"^tls|^security"), ("children", r"children"),
    ("event_photos", r"event-photos"), ("appointments", r"calendly"), ("chat", r"online-chat"),
    ("direct_marketing", r"direct-(?:marketing|adv)"), ("credit_checks", r"credit"), ("claims", r"claims"),
    ("business_partners", r"business-rel"), ("notice", r"policy-changes|notice-update"),
)  # fmt: skip
COUNTRIES = {
    "US": "US", "USA": "US", "Russland": "RU", "Indien": "IN", "China": "CN", "Chile": "CL", "Singapore": "SG", "Taiwan": "TW",
    "United Kingdom": "GB", "Vereinigtes Königreich": "GB", "New Zealand": "NZ", "Neuseeland": "NZ",
}  # fmt: skip
BASES = re.compile(
    r"GDPR (?:6\(1\)\([a-f]\)|9\(2\)\([a-j]\)|49\(1\)\([a-g]\))|TDDDG 25(?:\([12]\))?|BDSG 26(?:\(1\))?|UWG 7(?:\([123]\))?"
)

Values = dict[str, set[Any]]
LINKS = ("basis_links", "period_links")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--verbose", action="store_true")
    options.add_argument("--only", default="", help="notices whose name contains this")
    chosen = options.parse_args()
    cases = [(gold, chosen.folder / file_of(gold)) for gold in golds(chosen.folder) if chosen.only in file_of(gold)]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gold, path in cases:
        expected, found = (wanted if "document" in gold else labelled)(gold), read(path)
        if "document" not in gold:
            found["activities"] -= UNLABELLED
        for field in expected:
            parts = expected[field] & found[field], expected[field] - found[field], found[field] - expected[field]
            for i, part in enumerate(parts):
                counts[field][i] += len(part)
            if chosen.verbose and (parts[1] or parts[2]):
                print(f"{path.name} {field}: missed {sorted(map(str, parts[1]))} extra {sorted(map(str, parts[2]))}")
    for field, (hit, miss, extra) in counts.items():
        print(f"{field:12} F1 {f1(hit, miss, extra):.3f}  hit {hit} missed {miss} extra {extra}")
    total = [sum(c[i] for field, c in counts.items() if field not in LINKS) for i in range(3)]
    print(f"{'micro':12} F1 {f1(*total):.3f}  hit {total[0]} missed {total[1]} extra {total[2]}")
    speed([path for _, path in cases])


def file_of(gold: dict[str, Any]) -> str:
    return str(gold["document"]["file"] if "document" in gold else gold["file"])


def f1(hit: int, miss: int, extra: int) -> float:
    return 2 * hit / (2 * hit + miss + extra) if hit else 0.0


def golds(folder: Path) -> list[dict[str, Any]]:
    yaml = YAML(typ="safe")
    return [yaml.load(path) for path in sorted((folder / "gold").glob("*.yaml"))]


def labelled(gold: dict[str, Any]) -> Values:
    controller, officer = gold.get("controller") or {}, gold.get("officer") or {}
    activities = gold.get("activities") or []
    return {
        "controller": {key(controller.get("name")), key(controller.get("address")), email_key(controller.get("email"))} - {""},
        "officer": {("present", bool(officer.get("present"))), email_key(officer.get("email"))} - {""},
        "services": {service_key(name) for name in gold.get("services") or []},
        "activities": {a["kind"] for a in activities} - UNLABELLED,
        "legal_bases": bases(gold.get("legal_bases")) | bases(gold.get("legal_bases_in_words")),
        "retention": {r["duration"] for r in gold.get("retention") or [] if is_period(r.get("duration"))},
        "transfers": {t["country"] for t in gold.get("transfers") or []},
        "safeguards": {(t["country"], s) for t in gold.get("transfers") or [] for s in t.get("safeguards") or [] if s in SAFE},
        "cookies": {(c["name"], c["duration"] if is_period(c.get("duration")) else "") for c in gold.get("cookies") or []},
        "rights": {str(r) for r in gold.get("rights") or []} & RIGHTS,
        "outdated": {rule for o in gold.get("outdated") or [] for rule in outdated_rules(str(o["text"]), gold["language"])},
        "basis_links": {(a["kind"], b) for a in activities for b in bases(a.get("legal_bases"))},
        "period_links": {(a["kind"], d) for a in activities for d in a.get("retention") or [] if is_period(d)},
    }  # fmt: skip


UNLABELLED = frozenset(("notice", "imprint"))  # a notice about itself; labels do not say it
SAFE = ("SCC", "DPF", "adequacy", "BCR")
RIGHTS = frozenset(("15", "16", "17", "18", "20", "21", "7(3)", "77"))


def bases(written: Any) -> set[str]:
    return {b for text in written or [] for b in BASES.findall(str(text).replace("TTDSG", "TDDDG"))}


def outdated_rules(text: str, language: str) -> set[str]:
    """The rules that know an outdated name; the name itself when none does."""
    if re.match(r"(?:ge)?sperr|block", text, re.IGNORECASE):
        return {"NAME-blocking"}
    return {m.rule for m in outdated_names(text, language[:2])} or {key(text)}


def is_period(duration: Any) -> bool:
    return bool(duration) and re.fullmatch(r"P\d+[DWMY]", str(duration)) is not None


def email_key(text: Any) -> str:
    return re.sub(r"\s*[(\[]\s*at\s*[)\]]\s*|\s+at\s+", "@", str(text or "").casefold()).replace(" ", "")


def key(text: Any) -> str:
    plain = re.sub(r",? ?\b(?:Germany|Deutschland|Österreich|Austria)$", "", str(text or "").split("(")[0].strip())
    plain = re.sub(r"\b(?:D|DE|A|AT|CH)[ -]+(?=\d{4,5}\b)", "", plain)
    return re.sub(r"[\W_]", "", plain.casefold())


def service_key(name: str) -> str:
    entries = [m.service.id for m in catalog.mentions(name)]
    return entries[0] if entries else key(re.sub(r"\b(?:GmbH|AG|Inc|LLC|Ltd|SE|B\.?V|Co\.? KG|Limited)\b.*", "", name))


def wanted(gold: dict[str, Any]) -> Values:
    systems, document = gold["systems"], gold["document"]
    controller, officer = document["controller"], document.get("dpo") or {}
    email = controller.get("email")
    made: Values = {
        "controller": {key(controller["name"]), key(controller["address"])} | ({email_key(email)} if email and "protected" not in email else set()),
        "officer": {("present", bool(officer)), email_key(officer.get("email"))} - {""},
        "services": {m.service.id for s in systems for m in catalog.mentions(s["name"])},
        "activities": {kind for s in systems for kind in kinds_of(s["id"])},
        "legal_bases": set(), "retention": set(), "transfers": set(), "safeguards": set(),
        "cookies": {(c["name"], c["duration"] if is_period(c.get("duration")) else "") for c in gold.get("cookies") or []},
        "rights": {a for r in gold["rights"] if "missing" not in str(r["article"]) for a in articles(str(r["article"]))} | {"15"},
        "basis_links": set(), "period_links": set(),
    }  # fmt: skip
    for system in systems:
        cited = bases([b["basis"] if isinstance(b, dict) else b for b in system.get("legal_bases") or []])
        periods = {
            p for kept in system.get("retention") or [] for p in re.findall(r"P\d+[DWMY]", str(kept["duration"]))
        }
        made["legal_bases"] |= cited
        made["retention"] |= periods
        for kind in kinds_of(system["id"]):
            made["basis_links"] |= {(kind, b) for b in cited}
            made["period_links"] |= {(kind, p) for p in periods}
        for moved in system.get("third_country") or []:
            country, safeguard = COUNTRIES.get(str(moved["country"])), str(moved.get("safeguard"))
            if country:
                made["transfers"].add(country)
                made["safeguards"] |= {(country, safeguard)} if safeguard in SAFE else set()
    for moved in document.get("third_country_marketing_section") or []:
        if country := COUNTRIES.get(moved["country"]):
            made["transfers"].add(country)
            made["safeguards"] |= {(country, moved["safeguard"])} if moved.get("safeguard") in SAFE else set()
    return made


def articles(text: str) -> list[str]:
    return ["7(3)"] if "7(3)" in text else re.findall(r"GDPR (15|16|17|18|20|21|77)", text)


def kinds_of(id: str) -> list[str]:
    return [kind for kind, words in KINDS if re.search(words, id)]


def read(path: Path) -> Values:
    try:
        d = read_notice(path.read_bytes(), path.name)
    except UnreadableError as error:
        print(f"not read: {error}")
        return defaultdict(set)
    return {
        "controller": {key(d.controller.name), key(d.controller.address), email_key(d.controller.email)} - {""},
        "officer": {("present", d.officer.present), email_key(d.officer.email)} - {""},
        "services": {service_key(name) for name in d.services},
        "activities": {a.kind for a in d.activities},
        "legal_bases": bases(d.legal_bases),
        "retention": {r.duration for r in d.retention if is_period(r.duration)},
        "cookies": {(c.name, c.duration if is_period(c.duration) else "") for c in d.cookies},
        "rights": set(d.rights) & RIGHTS,
        "transfers": {t.country for t in d.transfers},
        "safeguards": {(t.country, s) for t in d.transfers for s in t.safeguards if s in SAFE},
        "outdated": {o.rule for o in d.outdated},
        "basis_links": {(a.kind, b) for a in d.activities for b in bases(a.legal_bases)},
        "period_links": {(a.kind, r.duration) for a in d.activities for r in a.retention if is_period(r.duration)},
    }  # fmt: skip


def speed(paths: list[Path]) -> None:
    texts = [(path.read_bytes(), path.name) for path in paths]
    size, best = sum(len(data) for data, _ in texts) / 1e6, float("inf")
    for _ in range(3):
        begin = time.process_time()
        for data, name in texts:
            with suppress(UnreadableError):
                read_notice(data, name)
        best = min(best, time.process_time() - begin)
    print(f"speed        {size / best:.2f} MB/s ({size * 1000:.0f} kB in {best:.3f} s)")


if __name__ == "__main__":
    main()
