"""How many known defects `zweck read` finds, and how many of its certain findings are wrong.

    python -m bench.defects FOLDER [--missed] [--wrong] [--verdicts FILE]

FOLDER holds notices (`*.txt`) and `gold/*.yaml` with `defects` (line, category, what, why, certainty). A finding meets a
defect when their lines overlap (one line of tolerance) and both are of one kind: the table KINDS says which categories
and which words in the defect's description belong to a rule. Labels without categories are compared by words alone.
Recall counts findings of any certainty. A certain finding that meets no defect counts as wrong, unless FILE (YAML:
notice → "rule:line" → right | wrong | outside) tells what a reader found when looking it up; the strict figure, without
FILE, is printed as well.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from zweck.read import read_notice
from zweck.read.report import FindingRead

Defect = dict[str, Any]

KINDS: tuple[tuple[str, str, str], ...] = (
    # rule, categories, words in the description
    (r"^GDPR-13-2a|^GDPR-05-1e|^storage-st|^retention-|^LOG", r"retention|art13|cookies|outdated-law|newsletter|wrong-citation",
     r"retention|period|stor|durat|delet|leave|time limit|years|months|days|Kept|until|log"),
    (r"^storage-contradicts", r"retention|contradict", r"retention|period|stor|durat|delet"),
    (r"^NAME-30y|^RET-(?!emp)", r"retention|outdated-law|wrong-citation", r"years|Jahre"),
    (r"^cookie-(?!rows|wrong|rec|ven)|^TDDDG-25-info", r"cookie|missing-cookie|retention-m|art13-missing", r"cookie|storage|Endung|browser|recogn|ession"),
    (r"^cookie-(?:rows|wrong|rec|ven)", r"cookie|copy|duplicate|contradict", r"cookie"),
    (r"^contradiction-cookies", r"contradict|cookie", r"cookie"),
    (r"^GDPR-13-1c-(?:purpose|basis)", r"art13|legal-basis|third-party|unkept", r"purpose|basis|bases"),
    (r"^GDPR-06|^contradiction-basis|^GDPR-07|^GDPR-13-1d", r"basis|contradict|consent|text-error", r"basis|bases|consent|interest|6\(1\)|inquiry|6\(1"),
    (r"^UWG", r"citation|statute|outdated", r"UWG"),
    (r"^TDDDG-25-par", r"citation|basis", r"25"),
    (r"^TDDDG|^CONS", r"basis|consent|statute|tracking|opt-out|contradict|cookies", r"basis|consent|interest|6\(1\)|TDDDG|opt-out|Opt-out|necessary|not using|every time|Each time|pixel|plugin|retarget"),
    (r"^GDPR-13-1f|^transfer-", r"third-country|safeguard|contradict|art13", r"third|countr|safeguard|SCC|USA|US |transfer|ausgeschlossen"),
    (r"^GDPR-45-us", r"third-country|outdated-law", r"DPF|adequacy|agreement|certif|Datenschutzniveau|USA"),
    (r"^GDPR-45-ade|^GDPR-13-14", r"copy-paste|third-country|safeguard", r"Neuseeland|Zealand|decision|authorit|Behörden|adequacy|countr|ausgeschlossen"),
    (r"^contradiction-servers", r"contradict", r"erver"),
    (r"^GDPR-13-1e|^recipient-|^service-unnamed", r"provider-data|recipient|art13|processor|newsletter|undeclared|copy-paste|contradict|third-country-missing|missing-art13|legal-basis",
     r"provider|named|name|entit|recipient|host|operator|Operator|service|Tool|tool|sender|retailer|address|network"),
    (r"^undeclared-", r"undeclared|art13|missing-art13", r"tool|captcha|Captcha|Chat|chat|analy|advert"),
    (r"^provider-|^service-former|^NAME-(?:google|meta|x\b|twitter|mailchimp|ads|ga4|w-misc|brevo|flash)", r"outdated-p|inconsistent|provider-data|duplicate-contra|outdated-term", r"."),
    (r"^service-told", r"duplicate|contradict|inconsistent", r"."),
    (r"^GDPR-04-roles|^GDPR-29", r"role|text-error|processor", r"Art. 28|processor|instruction|rocessor"),
    (r"^GDPR-04-id|^contradiction-pseudonym", r"mislead|contradict", r"nonym"),
    (r"^GDPR-26|^right-only", r"joint|art26|wrong-right|wrong-role", r"joint|26|knowledge|network|Anbieter|oint"),
    (r"^GDPR-13-2b|^GDPR-1[5-9]|^GDPR-2[012]|^objection-|^complaint-|^GDPR-77|^right-|^GDPR-13-2[cd]|^GDPR-12-6", r"right|art13|consent|unkept", r"[Rr]ight|object|Object|complain|Complain|uthority|rasure|ortab|arlier|[Dd]irect|identify|22|withdraw"),
    (r"^GDPR-13-2f", r"art13|right", r"automat|scor|Scor|22"),
    (r"^GDPR-13-2e|^announced-provision", r"art13|unkept|text-error", r"provid|mandat|Pflicht|[Oo]blig|volunt"),
    (r"^GDPR-13-1b|^officer-", r"dpo|contradict", r"DPO|officer|phone"),
    (r"^GDPR-13-1a|^controller|^contact-", r"contact|contradict|missing-art13|copy-paste", r"addres|name|controller|Verantwortlich|responsible"),
    (r"^placeholder", r"contact|extraction|template", r"."),
    (r"^IMP-mstv", r"imprint", r"."),
    (r"^GDPR-13-version|^date-", r"version|date", r"."),
    (r"^NAME|^IMP-ddg|^wrong-statute|^wrong-cit|^law-|^RET-emp", r"outdated-[sl]|citation|broken-link|legal-basis|drafting|duplicate-contra", r"."),
    (r"^wrong-term|^term-|^NAME-(?:block|dsgvo)", r"term|citation|outdated-[ts]|text-error", r"."),
    (r"^text-|^doubled|^residue-|^foreign-name|^table-|^list-|^page-|^language-|^glued|^sentence|^repeated", r"text-|typo|residue|copy|duplicate|extraction|drafting|incomplete|language|cookie-table|contradiction$", r"."),
    (r"^link-", r"link|extraction", r"."),
    (r"^announced-", r"broken-promise|unkept|missing-art13|link", r"."),
    (r"^claim-|^security|^contradiction-(?:only|own|consent|recip)|^promise-", r"contradict|security|misleading|consent-proof|superfluous|recipient", r"."),
)  # fmt: skip
_KINDS = [(re.compile(rule), re.compile(categories), re.compile(words)) for rule, categories, words in KINDS]
WIDE = 40
"""A defect that spans more lines at a stretch than this is one of the whole document: its description must name the matter."""


def lines_of(defect: Defect) -> set[int]:
    """Every line that a defect is said of, with a tolerance of one."""
    ranges = defect.get("line_ranges")
    if not ranges:
        ranges = [
            [int(a), int(b or a)]
            for a, b in re.findall(r"(\d+)(?:\s*-\s*(\d+))?", str(defect.get("line") or defect.get("lines") or "1"))
        ]
    return {n for low, high in ranges for n in range(int(low) - 1, int(high) + 2)}


def _is_wide(defect: Defect) -> bool:
    ranges = defect.get("line_ranges") or [
        [int(a), int(b)]
        for a, b in re.findall(r"(\d+)\s*-\s*(\d+)", str(defect.get("line") or defect.get("lines") or ""))
    ]
    return any(int(high) - int(low) > WIDE for low, high in ranges)


def meets(finding: FindingRead, defect: Defect) -> bool:
    """Whether a finding is about a known defect: lines overlap and the kinds agree."""
    lines, category = lines_of(defect), str(defect.get("category") or "")
    told = f"{defect.get('what', '')} {defect.get('why', '')} {defect.get('text', '')}"
    if finding.line not in lines and not (_is_wide(defect) and finding.line <= 1):
        return False
    if _is_wide(defect) and not re.search(
        r"^GDPR-13-(?:2e|1b|2f|version|2a)|^placeholder|^link|^NAME-dsgvo|^GDPR-22|^wrong-term|^term-|^list-|^announced",
        finding.rule,
    ):
        category = "none"
    for rule, categories, words in _KINDS:
        if rule.search(finding.rule) and (not category or categories.search(category)) and words.search(told):
            return True
    return False


def load(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Each notice that has a label with defects."""
    yaml, made = YAML(typ="safe"), []
    for path in sorted((folder / "gold").glob("*.yaml")):
        gold = yaml.load(path)
        file = folder / str((gold.get("document") or {}).get("file") or gold.get("file") or path.stem + ".txt")
        if file.exists() and gold.get("defects"):
            made.append((file, gold))
    return made


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--missed", action="store_true", help="list the certain defects that were not found")
    options.add_argument("--wrong", action="store_true", help="list the certain findings that meet no defect")
    options.add_argument("--verdicts", type=Path, help="what a reader made of findings that meet no defect")
    chosen = options.parse_args()
    verdicts = YAML(typ="safe").load(chosen.verdicts) if chosen.verdicts else {}
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    certain: dict[str, int] = defaultdict(int)
    for file, gold in load(chosen.folder):
        findings = read_notice(file.read_bytes(), file.name).findings
        _recall(file, gold["defects"], findings, found, chosen.missed)
        _precision(file, gold, findings, certain, verdicts.get(file.name) or {}, chosen.wrong)
    _print(found, certain)


def _recall(
    file: Path, defects: list[Defect], findings: list[FindingRead], found: dict[tuple[str, str], list[int]], tell: bool
) -> None:
    for defect in defects:
        hit = any(meets(f, defect) for f in findings)
        count = found[(str(defect["certainty"]), str(defect.get("category") or "uncategorised"))]
        count[0] += hit
        count[1] += 1
        if tell and not hit and defect["certainty"] == "certain":
            where = defect.get("line_ranges") or defect.get("line")
            print(
                f"missed {file.name[:12]} {defect.get('id', '')} [{defect.get('category')}] {where}: {str(defect['what'])[:150]}"
            )


def _precision(
    file: Path,
    gold: dict[str, Any],
    findings: list[FindingRead],
    certain: dict[str, int],
    told: dict[str, str],
    tell: bool,
) -> None:
    for finding in findings:
        if not finding.certain:
            certain["arguable"] += 1
            continue
        certain["all"] += 1
        if any(meets(finding, d) for d in gold["defects"]):
            continue
        certain["unmatched"] += 1
        verdict = told.get(f"{finding.rule}:{finding.line}", "")
        certain[verdict or "unread"] += 1
        if tell and verdict not in ("right", "outside"):
            print(
                f"unmatched {file.name[:12]}:{finding.line} {finding.rule} {finding.words[:60]!r} {finding.message[:110]}"
            )


def _print(found: dict[tuple[str, str], list[int]], certain: dict[str, int]) -> None:
    for certainty in ("certain", "arguable"):
        rows = sorted((k[1], v) for k, v in found.items() if k[0] == certainty)
        for category, (hit, all_) in rows:
            print(f"  {certainty:9} {category:24} {hit:3} of {all_}")
        hit, all_ = sum(v[0] for _, v in rows), sum(v[1] for _, v in rows)
        print(f"{certainty} defects found: {hit} of {all_} ({hit / max(1, all_):.1%})")
    total, wrong = certain["all"], certain["unread"] + certain["wrong"]
    print(
        f"certain findings {total}, arguable {certain['arguable']}; certain that meet no defect {certain['unmatched']} ({certain['unmatched'] / max(1, total):.1%})"
    )
    print(
        f"  of these read: right {certain['right']}, outside the labels {certain['outside']}, wrong {certain['wrong']}, unread {certain['unread']}; wrong or unread {wrong / max(1, total):.1%}"
    )


if __name__ == "__main__":
    main()
