"""HTML to lines: a page without its menus, scripts and consent banner; headings keep a level, tables their columns.

The walk over the page keeps its own stack, so a page nested a hundred thousand deep costs time in proportion to its
size and no recursion. Cells of a table row stand in one line, parted by `` | ``; a table that only lays out the page
is read like the page itself. Each line knows the line of the file it begins in.
"""

# ruff: noqa: SIM905  (lists of words read better as words)

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from zweck.errors import UnreadableError
from zweck.read.table import Row, Table, is_layout

_SKIP = frozenset(
    "script style noscript template svg math nav iframe object embed head select option input textarea datalist "
    "video audio canvas map".split()
)
_BLOCK = frozenset(
    "p div section article main header footer ul ol li table thead tbody tfoot tr td th caption dl dt dd h1 h2 h3 h4 "
    "h5 h6 br hr blockquote pre address summary details figure figcaption body html aside form fieldset legend center "
    "hgroup search".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_APART = frozenset(("p", "table", "section", "article", "ul", "ol", "dl", "blockquote", "address"))
_SPACED = frozenset(("td", "th"))
_BANNERS = re.compile(
    r"\b(?:CybotCookiebotDialog|usercentrics-root|onetrust-(?:consent-sdk|banner-sdk|pc-sdk)|BorlabsCookieBox"
    r"|cmpbox2?|cmplz-cookiebanner-container|cookie-law-info-bar|moove_gdpr_cookie_(?:modal|info_bar)|klaro"
    r"|didomi-host|iubenda-cs-banner|truste-consent-track|cookie-notice|cookie-?banner|cookie-?bar|consent-?banner"
    r"|cc-window|cky-consent-container|real-cookie-banner)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"(?:hier|here|link|(?:diese[rmn]?|this|following|folgende[rmn]?) (?:link|seite|page))\W*", re.I)
_FOLDING = re.compile(r"accordion|collaps|faq|panel|toggle-?title", re.IGNORECASE)
_MENUS = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|breadcrumbs?|toc|social|skip-?link|sitemap)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WRAPPERS = frozenset(("div", "section", "aside", "dialog", "ul", "ol", "header", "footer", "p"))
_MOST_DOUBTS = 60
"""So many parts of a page are looked into for what they are; each look costs their size."""

_MOST_NODES = 1_000_000
_DEEPEST = 1_000
_WINDOW = 100_000
_MOST_MISSES = 200
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,40})")
_LOOSE = frozenset(
    "p li td th tr dt dd option thead tbody tfoot br hr img input meta link area base col embed source track "
    "wbr".split()
)
"""Tags that open no depth: they are empty, or the next of their kind closes them."""
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg)\b.{0,500000}?</\1\s*>|<!--.{0,500000}?-->", re.I | re.S)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCK))})\b[^<>]{{0,5000}}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,5000}>")
_SPACE = re.compile(r"\s+")


@dataclass
class Lines:
    """The lines of a page as they grow: text, heading level by line number, line of the file."""

    lines: list[str] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    file_lines: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    level: int = 0
    prefix: str = ""
    at: int = 0

    def end(self) -> None:
        """Close the line that is being written."""
        text = _SPACE.sub(" ", "".join(self.parts)).strip()
        self.parts.clear()
        if text:
            self.put(self.prefix + text)
            self.prefix = ""

    def put(self, text: str) -> None:
        """One whole line, a heading where one is open."""
        self.lines.append(text)
        self.file_lines.append(self.at)
        if self.level:
            self.levels[len(self.lines)] = self.level

    def gap(self) -> None:
        """An empty line, once."""
        if self.lines and self.lines[-1]:
            self.lines.append("")
            self.file_lines.append(0)


def html_lines(text: str, name: str = "page") -> Lines:
    """The visible text of a page; raises ``UnreadableError`` for a page of more elements than a notice can have."""
    if _depth(text) > _DEEPEST:  # the parser's time grows with the square of the depth
        return _bare(text)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    walk = _Walk(text)
    node: Any = tree.body or tree.root
    if node is not None:
        walk.over(node, name)
    walk.out.end()
    return walk.out


def _depth(text: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _LOOSE:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _bare(text: str) -> Lines:
    """A page nested beyond sense, without a parser: tags cut out, blocks on lines of their own."""
    text = _BLOCK_TAG.sub("\n", _UNSEEN.sub(" ", text))
    text = unescape(_ANY_TAG.sub("", text))
    lines = [_SPACE.sub(" ", line).strip() for line in text.splitlines()]
    kept = [line for line in lines if line]
    return Lines(kept, {}, [0] * len(kept))


class _Walk:
    """One pass over a page."""

    def __init__(self, text: str) -> None:
        self.out = Lines()
        self.tables: list[Table] = []
        self.source = _Source(text)
        self.doubts = 0

    def over(self, root: Any, name: str) -> None:
        stack: list[tuple[Any, str]] = [(root, "")]
        seen = 0
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self.leave(leaving, node)
                continue
            seen += 1
            if seen > _MOST_NODES:
                raise UnreadableError(f"{name}: a page of more than {_MOST_NODES:,} elements is no notice")
            tag = node.tag or "_unnamed"  # what the parser could not name
            if tag == "-text":
                self.say(node.text_content or "")
            elif tag not in _SKIP and not tag.startswith(("-", "_", "!")) and not self.is_passed(tag, node):
                inside = self.enter(tag, node)
                stack.append((node, inside))
                stack.extend((child, "") for child in reversed(list(node.iter(include_text=True))))

    def is_passed(self, tag: str, node: Any) -> bool:
        """Whether an element is the page's machinery: a button, or the layer that asks for consent."""
        if tag == "button":
            return not _unfolds(node)
        if tag not in _WRAPPERS or self.doubts >= _MOST_DOUBTS:
            return False
        marks = node.attributes
        named = f"{marks.get('id') or ''} {marks.get('class') or ''} {marks.get('role') or ''}"
        if _BANNERS.search(named):
            self.doubts += 1
            return _is_layer(node)
        if tag in ("header", "footer") or _MENUS.search(named):
            self.doubts += 1
            return _is_menu(node)
        return False

    def say(self, text: str) -> None:
        out = self.tables[-1].cell if self.tables and self.tables[-1].row else self.out.parts
        if not out and not self.out.parts and (bare := text.strip()):
            self.out.at = self.source.line_of(bare)
        out.append(text)

    def enter(self, tag: str, node: Any) -> str:
        """Begin an element; gives the name under which it is left."""
        if self.tables and self.tables[-1].row:
            return self._inside_row(tag, node)
        if tag == "table" and not is_layout(node):
            self.out.end()
            self.out.gap()
            self.tables.append(Table())
            return "table"
        if tag == "tr" and self.tables:
            self.out.end()
            self.tables[-1].row = Row()
            return "tr"
        if tag == "a":
            return "a"
        level = _level(tag, node)
        if level or tag in _BLOCK:
            self.out.end()
            if level:
                self.out.gap()
                self.out.level = level
            elif tag == "li":
                self.out.prefix = "• "
            elif tag in _APART:
                self.out.gap()
            return "heading" if level else "block"
        return "inline"

    def _inside_row(self, tag: str, node: Any) -> str:
        if tag in _SPACED:
            self.tables[-1].open(node)
            return "cell"
        if tag in _BLOCK:
            self.tables[-1].cell.append(" ")
        return "a" if tag == "a" else "inline"

    def leave(self, how: str, node: Any) -> None:
        if how == "a":
            self.say(_target(node))
        elif how == "cell":
            self.tables[-1].close()
        elif how == "tr":
            if line := self.tables[-1].finish():
                self.out.put(line)
        elif how == "table":
            self.out.end()
            self.tables.pop()
            self.out.gap()
        elif how in ("block", "heading"):
            self.out.end()
            self.out.prefix = ""
            if how == "heading":
                self.out.level = 0
            if how == "heading" or node.tag in _APART:
                self.out.gap()


class _Source:
    """Where the words of a page stand in its file: text comes in the order of the file, so one look ahead suffices."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.misses = text, 0, 0
        self.ends = [m.end() for m in re.finditer("\n", text)]

    def line_of(self, words: str) -> int:
        """The line of the file, 0 where the words are not found as they stand."""
        probe = re.split(r"[&<>\s\u00a0]{2,}|[&<>\n\u00a0]|[^\x00-\x7f]", words, maxsplit=1)[0][:40]
        if len(probe) < 3 or self.misses > _MOST_MISSES:
            return 0
        found = self.text.find(probe, self.at, self.at + _WINDOW)
        if found < 0:
            self.misses += 1
            return 0
        self.at = found + len(probe)
        return bisect_right(self.ends, found) + 1


def _unfolds(node: Any) -> bool:
    """A button that is the title of a part which it opens, not one that does something."""
    parent = node.parent
    if parent is not None and parent.tag in _HEADINGS:
        return True
    marks = node.attributes
    folds = "aria-expanded" in marks or bool(_FOLDING.search(marks.get("class") or ""))
    return folds and "aria-haspopup" not in marks and len(node.text().strip()) > 5


def _is_layer(node: Any) -> bool:
    """The layer that asks for consent has buttons to choose, or little text; a notice has none."""
    return bool(node.css_first("button, [role=button], input, a.button, a.btn")) or len(node.text()) < 1500


def _is_menu(node: Any) -> bool:
    """Nearly all of it is links: it leads to other pages and says nothing."""
    links = sum(len(link.text().strip()) for link in node.css("a"))
    return links > 0.7 * len(_SPACE.sub(" ", node.text()).strip())


def _level(tag: str, node: Any) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    if tag == "summary":
        return 4
    if tag in ("div", "p", "span", "button", "a", "dt"):
        role = node.attributes.get("role")
        if role == "heading":
            said = node.attributes.get("aria-level") or ""
            return int(said) if said in "123456" and said else 2
        in_heading = tag == "button" and node.parent is not None and node.parent.tag in _HEADINGS
        is_title = (tag == "button" and not in_heading) or (role == "tab" and tag in ("div", "p"))
        return 4 if is_title else 0
    return 0


def _target(node: Any) -> str:
    """What a link adds to its words: an address that they hide or only point to."""
    marks = node.attributes
    if coded := marks.get("data-cfemail"):
        return f" {_uncoded(coded)}"
    href, words = (marks.get("href") or "").strip(), node.text().strip()
    if href.lower().startswith("mailto:"):
        return "" if "@" in words else f" ({unescape(href[7:].partition('?')[0])})"
    if href.lower().startswith(("http://", "https://")) and _POINTING.fullmatch(words):
        return f" ({href[:2000]})"
    return ""


def _uncoded(coded: str) -> str:
    """An e-mail address that a delivery network hid from robots: each byte is combined with the first one."""
    try:
        data = bytes.fromhex(coded[:400])
        return bytes(b ^ data[0] for b in data[1:]).decode("utf-8")
    except (ValueError, IndexError):
        return ""
