"""Markup to lines: HTML pages without their menus and scripts, Markdown without its signs; headings keep a level.

The walk over the page keeps its own stack, so a page nested a hundred thousand deep costs time in proportion to its
size and no recursion. Cells of a table row stand in one line, parted by `` | ``.
"""

from __future__ import annotations

import re
from typing import Any

_SKIP = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "iframe",
        "object",
        "head",
        "button",
        "select",
        "option",
        "form",
    ]
)
_BLOCK = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "hr",
        "blockquote",
        "pre",
        "address",
        "summary",
        "details",
        "figure",
        "figcaption",
        "body",
        "html",
        "aside",
    ]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_MOST_NODES = 400_000
_DEEPEST = 1_000
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|table|ul|ol|a|b|i|u|em|strong|font|blockquote|details)\b",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<[^<>]{0,5000}>")
_SPACE = re.compile(r"\s+")


class _Lines:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.levels: dict[int, int] = {}
        self.parts: list[str] = []
        self.level = 0
        self.prefix = ""

    def end(self) -> None:
        text = _SPACE.sub(" ", "".join(self.parts)).strip().strip("|").strip()
        self.parts.clear()
        if not text:
            return
        self.lines.append(self.prefix + text)
        if self.level:
            self.levels[len(self.lines)] = self.level
        self.prefix = ""

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def html_lines(text: str) -> tuple[list[str], dict[int, int]]:
    """The visible text of a page as lines, and the level of each heading line."""
    if _depth(text) > _DEEPEST:  # the parser's time grows with the square of the depth
        return [line.strip() for line in _ANY_TAG.sub("\n", text).splitlines() if line.strip()], {}
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    out = _Lines()
    node: Any = tree.body or tree.root
    stack: list[tuple[Any, bool]] = [(node, False)] if node is not None else []
    for _ in range(_MOST_NODES):
        if not stack:
            break
        node, leaving = stack.pop()
        if leaving:
            _leave(node, out)
            continue
        tag = node.tag
        if tag == "-text":
            out.parts.append(node.text_content or "")
        elif tag not in _SKIP and not tag.startswith(("-", "_", "!")):
            _enter(tag, node, out)
            stack.append((tag if not (tag in _BLOCK and _in_cell(node)) else "td", True))
            children = list(node.iter(include_text=True))
            stack.extend((child, False) for child in reversed(children))
    out.end()
    return out.lines, out.levels


def _depth(text: str) -> int:
    depth = deepest = 0
    for tag in _NESTING.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _enter(tag: str, node: Any, out: _Lines) -> None:
    if tag in ("td", "th"):
        out.parts.append(" | " if out.parts else "")
        return
    if tag == "a":
        return
    if tag not in _BLOCK:
        return
    if _in_cell(node):
        out.parts.append(" ")
        return
    out.end()
    if tag in _HEADINGS or tag == "summary":
        out.gap()
        out.level = _HEADINGS.get(tag, 4)
    elif tag == "li":
        out.prefix = "• "
    elif tag in ("p", "table", "section", "article"):
        out.gap()


def _in_cell(node: Any) -> bool:
    parent = node.parent
    for _ in range(3):
        if parent is None:
            return False
        if parent.tag in ("td", "th"):
            return True
        parent = parent.parent
    return False


def _leave(tag: str, out: _Lines) -> None:
    if tag in ("td", "th") or tag not in _BLOCK:
        return
    out.end()
    if tag in _HEADINGS or tag == "summary":
        out.level = 0
        out.gap()


_ATX = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\(([^)\s]{1,2000})\)")
_SIGNS = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])|`")


def markdown_lines(lines: list[str]) -> tuple[list[str], dict[int, int]]:
    """Markdown lines without its signs, one for one, and the level of each heading line."""
    out, levels = [], {}
    for number, line in enumerate(lines, 1):
        heading = _ATX.match(line)
        bare = heading[2] if heading else line
        if heading:
            levels[number] = len(heading[1])
        elif number > 1 and re.fullmatch(r"[=-]{3,}", line) and lines[number - 2].strip():
            levels[number - 1] = 1 if line[0] == "=" else 2
            out.append("")
            continue
        bare = _LINK.sub(r"\1 (\2)", bare) if "](" in bare else bare
        if "|" not in bare and ("*" in bare or "`" in bare):
            bullet = re.match(r"\s*[*+-]\s+", bare)
            head, rest = (bare[: bullet.end()], bare[bullet.end() :]) if bullet else ("", bare)
            bare = head.replace("*", "•") + _SIGNS.sub("", rest)
        elif "`" in bare:
            bare = bare.replace("`", "")
        if re.fullmatch(r"\s*\|?[\s:|-]{3,}\|?\s*", bare):
            bare = ""
        out.append(bare)
    return out, levels
