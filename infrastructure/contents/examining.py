"""Tells what a file is by its content, and finds in it what may name a patient."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import PurePath

import filetype

from application.ports import Examined
from domain.shared.identity_search import MOST_PLACES, places
from domain.shared.texts import Text
from infrastructure.contents import office, pdf, refused

PDF, PNG, JPEG, PLAIN = "application/pdf", "image/png", "image/jpeg", "text/plain"
ENDINGS = {
    PDF: (".pdf",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    PLAIN: (".txt",),
    office.DOCX: (".docx",),
    office.XLSX: (".xlsx",),
}
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What stands in no text that people write: not tabs, ends of lines and pages."""
ZIP = b"PK\x03\x04"

Pieces = Iterable[tuple[Text, str]]
"""The texts of a file, each with where in it they stand."""


class ContentExaminer:
    """Looks into a file without running, unpacking to disk, or believing anything in it."""

    def examine(self, name: str, content: bytes) -> Examined:
        if not content:
            raise refused.empty()
        media_type = _media_type(content)
        if PurePath(name).suffix.lower() not in ENDINGS[media_type]:
            raise refused.not_what_it_says(media_type)
        found = (
            _within(piece, place)
            for piece, text in TEXTS[media_type](content)
            for place in places(text)
        )
        return Examined(media_type=media_type, places=tuple(islice(found, MOST_PLACES)))


def _media_type(content: bytes) -> str:
    if content.startswith(ZIP):
        return office.media_type(content)
    kind = filetype.guess(content)
    if kind is not None and kind.mime in (PDF, PNG, JPEG):
        return str(kind.mime)
    if kind is None and _is_plain(content):
        return PLAIN
    raise refused.not_taken()


def _is_plain(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not CONTROLS.search(text)


def _plain(content: bytes) -> Pieces:
    yield NOWHERE, content.decode("utf-8-sig")


def _picture(_: bytes) -> Pieces:
    """A picture holds no text that can be searched; hence the question asked of every file."""
    return ()


NOWHERE = Text(nb="", en="")
TEXTS: Mapping[str, Callable[[bytes], Pieces]] = {
    PDF: pdf.texts,
    PNG: _picture,
    JPEG: _picture,
    PLAIN: _plain,
    office.DOCX: office.document_texts,
    office.XLSX: office.workbook_texts,
}


def _within(piece: Text, place: Text) -> Text:
    """Return the piece of the file; where it is all of one piece, the place in it."""
    return piece if piece.nb else place
