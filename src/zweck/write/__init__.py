"""What a declaration says, written for people and machines: notice, imprint, cookies, record, deletion concept.

One immutable document, rendered as HTML, Markdown, JSON and PDF; tables, picture, DPV and TILT from the same facts.
Pure: no database, no network, no clock; ``write`` alone touches files.
"""

from zweck.write.document import KINDS, Document, DocumentError
from zweck.write.folder import compose, documents, show_changes, write
from zweck.write.format import FORMATS, STATIC, USUAL
from zweck.write.frame import FILES, LIVE, Frame
from zweck.write.html import depth_of, to_contents, to_fragment, to_html, to_pages
from zweck.write.json import to_json, to_report
from zweck.write.markdown import to_markdown

__all__ = [
    "FILES",
    "FORMATS",
    "KINDS",
    "LIVE",
    "STATIC",
    "USUAL",
    "Document",
    "DocumentError",
    "Frame",
    "compose",
    "depth_of",
    "documents",
    "show_changes",
    "to_contents",
    "to_fragment",
    "to_html",
    "to_json",
    "to_markdown",
    "to_pages",
    "to_report",
    "write",
]
