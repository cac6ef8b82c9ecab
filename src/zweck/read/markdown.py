"""Markdown to plain lines, one for one: headings keep a level, signs and tags go, names of cookies stay.

The head of a page that site generators read (between two lines of ``---``) is no part of the notice, but its title is
the first heading. A page that is written in tags for the most part is read as HTML instead.
"""

from __future__ import annotations

import re
from html import unescape

_ATX = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"[=-]{3,}\s*")
_RULE = re.compile(r"\s*\|?[\s:|-]{3,}\|?\s*")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\(<?([^)\s>\[]{1,1000})>?(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]{1,300}(?:[@.][^\s<>]{1,200}))>")
_TAG = re.compile(
    r"</?(?:br|b|i|u|p|div|span|a|strong|em|sup|sub|small|table|thead|tbody|tr|td|th|center|h[1-6]|ul|ol|li|section"
    r"|article|address|details|summary|blockquote)\b[^<>]{0,500}>"
)
_HEADING_TAG = re.compile(r"\s*<h([1-6])\b[^<>]{0,300}>(.{1,300}?)</h\1>\s*", re.IGNORECASE)
_ITEM_TAG = re.compile(r"^(\s*)<li\b[^<>]{0,300}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)
_TAGGED = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|section|article|br|dl|dt|dd)\b", re.IGNORECASE
)
_MOSTLY = 0.6
_CODE = re.compile(r"(`{1,3})([^`\n]{1,500})\1")
_STARS = re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1")
_LINES = re.compile(r"(?<!\w)(__?)(?=[^\W_])([^_\n]{1,2000}?)(?<=[^\W_])\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_STAR_ITEM = re.compile(r"(\s*)\*(\s+)(?=\S)")


def markdown_lines(lines: list[str]) -> tuple[list[str], dict[int, int]]:
    """Markdown lines without its signs, one for one, and the level of each heading line."""
    out, levels = _head(lines)
    for number in range(len(out) + 1, len(lines) + 1):
        line = lines[number - 1]
        if heading := _ATX.match(line):
            levels[number] = len(heading[1])
            out.append(_plain(heading[2]))
        elif "<h" in line and (heading := _HEADING_TAG.fullmatch(line)):
            levels[number] = int(heading[1])
            out.append(_plain(heading[2]).strip())
        elif _underlines(lines, number, out):
            levels[number - 1] = 1 if line[0] == "=" else 2
            out.append("")
        else:
            out.append("" if _RULE.fullmatch(line) else _plain(line))
    return out, levels


def is_mostly_html(text: str) -> bool:
    """Whether most lines of a Markdown page begin with a tag: its paragraphs are then the tags’, not the lines’."""
    lines = text.splitlines()
    lines = [line for line in lines[len(_head(lines)[0]) :] if line.strip()]
    return sum(_TAGGED.match(line) is not None for line in lines) > len(lines) * _MOSTLY


def markdown_as_html(text: str) -> str:
    """A page of tags with some Markdown as HTML, line for line: its title and headings tagged, links made plain."""
    lines = text.splitlines()
    head, levels = _head(lines)
    made = [f"<h1>{line}</h1>" if n in levels else line for n, line in enumerate(head, 1)]
    for line in lines[len(head) :]:
        if heading := _ATX.match(line):
            line = f"<h{len(heading[1])}>{heading[2]}</h{len(heading[1])}>"
        elif not line.strip() and made and not _TAGGED.match(made[-1]) and made[-1].strip():
            line = "<p>"
        made.append(_LINK.sub(r"\1 (\2)", line) if "](" in line else line)
    return "\n".join(made)


def _head(lines: list[str]) -> tuple[list[str], dict[int, int]]:
    """The blanked lines of the page's head, if it has one, with its title as a heading."""
    if not lines or lines[0].strip() != "---":
        return [], {}
    end = next((n for n, line in enumerate(lines[1:60], 1) if line.strip() in ("---", "...")), 0)
    out, levels = [""] * (end + 1 if end else 0), {}
    for n in range(1, end):
        if title := re.match(r"title:\s*[\"']?(.*?)[\"']?\s*$", lines[n]):
            out[n], levels[n + 1] = title[1], 1
    return out, levels


def _underlines(lines: list[str], number: int, out: list[str]) -> bool:
    line = lines[number - 1]
    before = out[number - 2].strip() if number > 1 else ""
    return bool(before) and len(before) < 130 and "|" not in before and bool(_UNDERLINE.fullmatch(line))


def _plain(line: str) -> str:
    if "](" in line:
        line = _LINK.sub(r"\1 (\2)", line)
    if "<" in line:
        line = _TAG.sub(" ", _ITEM_TAG.sub(r"\1• ", _AUTOLINK.sub(r"\1", line)))
    if "&" in line:
        line = _ENTITY.sub(lambda m: unescape(m[0]), line)
    if item := _STAR_ITEM.match(line):
        line = f"{item[1]}•{item[2]}{line[item.end() :]}"
    kept: list[str] = []
    if "`" in line:
        line = _CODE.sub(lambda m: _put(kept, m[2]), line)
    if "*" in line:
        line = _STARS.sub(r"\2", _STARS.sub(r"\2", line))
    if "_" in line:
        line = _LINES.sub(r"\2", line)
    line = _ESCAPED.sub(r"\1", line).rstrip("\\") if "\\" in line else line
    return re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], line) if kept else line


def _put(kept: list[str], code: str) -> str:
    kept.append(code)
    return f"\x00{len(kept) - 1}\x00"
