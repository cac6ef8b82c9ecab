"""How well `zweck read` reads: micro F1 against labelled notices, and megabytes of text a second.

    python bench/read.py FOLDER [--verbose]

FOLDER holds notices (`*.txt`) and `gold/*.yaml`; a gold file names its notice in `document.file`. Compared are sets per
notice: controller name, address and e-mail, presence and address of the officer, services, legal bases, periods,
cookies (name, period, provider), rights, kinds of activity, countries of transfer and their safeguards. True
positives, misses and false alarms are added up over all notices (micro). Services are compared as catalogue ids,
activities through the table KINDS below; systems that name no catalogue entry do not count as services.
Speed: CPU seconds of this process, best of three over all notices, after one warm-up.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from zweck import catalog
from zweck.read import read_notice

KINDS = (
    ("soft_opt_in", r"newsletter-customers"), ("suppression", r"suppression|blacklist"), ("talent_pool", r"pool"),
    ("applications", r"^(?:applications|career|online-application)"), ("newsletter", r"^newsletter"),
    ("server_logs", r"server-logs|access-logs|website-delivery"), ("cookies", r"^cookies"),
    ("consent", r"finsweet|usercentrics|^consent-man"), ("contact", r"contact-form"),
    ("enquiries", r"enquir|inquiry|communication-crm"), ("hosting", r"hosting|cloudfront|^cdn|webflow|^aws$|ionos-hosting"),
    ("accounts", r"^registration|^account$|customer-portal"), ("partner_accounts", r"supplier-portal"),
    ("orders", r"customer-data|ordering"), ("shipping", r"carrier|dropship"), ("payments", r"psp|payments|stripe|paypal"),
    ("analytics", r"analytics|matomo|amplitude|segment|new-?relic|salesviewer"), ("video_calls", r"conferences|video-call|jitsi"),
    ("advertising", r"ads|pixel|doubleclick|remarketing|marketing-services|insight-tag|bing"), ("imprint", r"^imprint"),
    ("embeds", r"youtube|maps|fonts|vimeo|plugin|external-content|recaptcha|^linkedin$|^captcha"), ("crm", r"crm"),
    ("social_links", r"social-links"), ("social_presence", r"social-media-presence|twitter-account"),
    ("rights", r"rights-desk|data-subject"), ("security", r"^tls|security"), ("children", r"children"),
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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--verbose", action="store_true")
    chosen = options.parse_args()
    cases = [(gold, chosen.folder / gold["document"]["file"]) for gold in golds(chosen.folder)]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gold, path in cases:
        expected, found = wanted(gold), read(path)
        for field in expected:
            hit, miss, extra = (
                expected[field] & found[field],
                expected[field] - found[field],
                found[field] - expected[field],
            )
            for i, part in enumerate((hit, miss, extra)):
                counts[field][i] += len(part)
            if chosen.verbose and (miss or extra):
                print(f"{path.name[:8]} {field}: missed {sorted(map(str, miss))} extra {sorted(map(str, extra))}")
    for field, (hit, miss, extra) in counts.items():
        print(f"{field:12} F1 {f1(hit, miss, extra):.3f}  hit {hit} missed {miss} extra {extra}")
    total = [sum(c[i] for c in counts.values()) for i in range(3)]
    print(f"{'micro':12} F1 {f1(*total):.3f}  hit {total[0]} missed {total[1]} extra {total[2]}")
    speed([path for _, path in cases])


def f1(hit: int, miss: int, extra: int) -> float:
    return 2 * hit / (2 * hit + miss + extra) if hit else 0.0


def golds(folder: Path) -> list[dict[str, Any]]:
    yaml = YAML(typ="safe")
    return [yaml.load(path) for path in sorted((folder / "gold").glob("*.yaml"))]


def wanted(gold: dict[str, Any]) -> Values:
    systems = gold["systems"]
    document = gold["document"]
    controller, officer = document["controller"], document.get("dpo") or {}
    email = controller.get("email")
    made: Values = {
        "controller": {controller["name"], plain(controller["address"])} | ({email} if email and "protected" not in email else set()),
        "officer": {("present", bool(officer)), officer.get("email")} - {None},
        "services": {m.service.id for s in systems for m in catalog.mentions(s["name"])},
        "activities": {kind for s in systems for kind in kinds_of(s["id"])},
        "legal_bases": set(), "retention": set(), "transfers": set(), "safeguards": set(),
        "cookies": {(c["name"], c.get("provider_raw", "")) for c in gold.get("cookies") or []},
        "rights": {a for r in gold["rights"] if "missing" not in str(r["article"]) for a in articles(str(r["article"]))},
    }  # fmt: skip
    if not made["rights"] & {"15"}:
        made["rights"] |= {"15"}
    for system in systems:
        for basis in system.get("legal_bases") or []:
            text = str(basis["basis"] if isinstance(basis, dict) else basis).replace("TTDSG", "TDDDG")
            made["legal_bases"] |= set(BASES.findall(text))
        for kept in system.get("retention") or []:
            made["retention"] |= set(re.findall(r"P\d+[DWMY]", str(kept["duration"])))
        for moved in system.get("third_country") or []:
            country, safeguard = COUNTRIES.get(str(moved["country"])), str(moved.get("safeguard"))
            if country:
                made["transfers"].add(country)
                made["safeguards"] |= (
                    {(country, safeguard)} if safeguard in ("SCC", "DPF", "adequacy", "BCR") else set()
                )
    for moved in document.get("third_country_marketing_section") or []:
        if country := COUNTRIES.get(moved["country"]):
            made["transfers"].add(country)
    return made


def plain(address: str) -> str:
    return re.sub(r",? ?(?:Germany|Deutschland)$", "", address.split("(")[0]).strip()


def articles(text: str) -> list[str]:
    return ["7(3)"] if "7(3)" in text else re.findall(r"GDPR (15|16|17|18|20|21|77)", text)


def kinds_of(id: str) -> list[str]:
    return [kind for kind, words in KINDS if re.search(words, id)]


def read(path: Path) -> Values:
    d = read_notice(path.read_bytes(), path.name)
    return {
        "controller": {d.controller.name, plain(d.controller.address or ""), d.controller.email} - {None, ""},
        "officer": {("present", d.officer.present), d.officer.email} - {None},
        "services": {s.id for s in d.service_details},
        "activities": {a.kind for a in d.activities},
        "legal_bases": {re.sub(r" no\. \d", "", b) for b in d.legal_bases},
        "retention": {r.duration for r in d.retention if r.duration and r.duration.startswith("P") and "T" not in r.duration},
        "cookies": {(c.name, c.provider) for c in d.cookies},
        "rights": set(d.rights) - {"22"},
        "transfers": {t.country for t in d.transfers},
        "safeguards": {(t.country, s) for t in d.transfers for s in t.safeguards if s in ("SCC", "DPF", "adequacy", "BCR")},
    }  # fmt: skip


def speed(paths: list[Path]) -> None:
    texts = [(path.read_bytes(), path.name) for path in paths]
    size, best = sum(len(data) for data, _ in texts) / 1e6, float("inf")
    for _ in range(3):
        begin = time.process_time()
        for data, name in texts:
            read_notice(data, name)
        best = min(best, time.process_time() - begin)
    print(f"speed        {size / best:.2f} MB/s ({size * 1000:.0f} kB in {best:.3f} s)")


if __name__ == "__main__":
    main()
