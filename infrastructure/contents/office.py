"""Word and Excel files: zip archives, told by what they hold, never unpacked to disk."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from lzma import LZMAError
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - a class all the same

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from domain.shared.texts import Text
from infrastructure.contents import refused

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = _OFFICE + "wordprocessingml.document"
XLSX = _OFFICE + "spreadsheetml.sheet"
MAIN_PARTS = {f"{DOCX}.main+xml": DOCX, f"{XLSX}.main+xml": XLSX}

MOST_INSIDE = 100_000_000
MOST_ENTRIES = 5_000
MOST_XML = 10_000_000
"""Of one part that is read: as a tree it takes several times as much."""
TYPES = "[Content_Types].xml"
RUNS = re.compile(
    r"vbaProject|activeX/|macrosheets/|oleObject|embeddings/.+\.(?!docx$|pptx$|xlsx$)",
    re.IGNORECASE,
)
PAGES = re.compile(r"word/[^/]+\.xml")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
DIGITS = 11

DAMAGED = (
    *(ParseError, DefusedXmlException, BadZipFile, LZMAError, ZlibError),
    *(EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError),
)
"""All that reading an archive or its XML may stumble over."""

Xml = Any
"""An element of ElementTree, which defusedxml leaves untyped."""


def media_type(content: bytes) -> str:
    """Return which of the two it is; raises FileRefused for other archives and for macros."""
    with _opened(content) as archive:
        if TYPES not in archive.namelist():
            raise refused.not_taken()
        declared = [str(part.get("ContentType")) for part in _parsed(archive, TYPES)]
        if any("macroEnabled" in kind or "vbaProject" in kind for kind in declared):
            raise refused.with_macro("macroEnabled")
        if found := next((n for n in archive.namelist() if RUNS.search(n)), None):
            raise refused.with_macro(found.rpartition("/")[-1])
        kinds = {MAIN_PARTS[kind] for kind in declared if kind in MAIN_PARTS}
        if len(kinds) != 1:
            raise refused.not_taken()
        return kinds.pop()


def document_texts(content: bytes) -> Iterator[tuple[Text, str]]:
    """Yield the text of each paragraph: body, headers, notes and comments alike."""
    with _opened(content) as archive:
        names = [name for name in archive.namelist() if PAGES.fullmatch(name)]
        for name in names:
            # Of several parts the paragraphs are counted each by itself.
            part = name.removeprefix("word/").removesuffix(".xml")
            paragraphs = (e for e in _parsed(archive, name).iter() if _is(e, "p"))
            for number, paragraph in enumerate(paragraphs, start=1):
                where = Text(nb=f"avsnitt {number} ({part})", en=f"paragraph {number} ({part})")
                yield where, _text(paragraph)


def workbook_texts(content: bytes) -> Iterator[tuple[Text, str]]:
    """Yield what stands in each cell, and in the notes beside them."""
    with _opened(content) as archive:
        names = archive.namelist()
        shared = _shared(archive) if "xl/sharedStrings.xml" in names else []
        sheets = [name for name in names if SHEET.fullmatch(name)]
        for number, name in enumerate(sheets, start=1):
            for cell in (e for e in _parsed(archive, name).iter() if _is(e, "c")):
                at = cell.get("r", "?")
                where = Text(nb=f"ark {number}, celle {at}", en=f"sheet {number}, cell {at}")
                yield where, _cell(cell, shared)
        for name in names:
            if name.startswith("xl/") and "comments" in name.lower() and name.endswith(".xml"):
                yield Text(nb="merknadene", en="the notes"), _text(_parsed(archive, name))


def _shared(archive: ZipFile) -> list[str]:
    return [_text(e) for e in _parsed(archive, "xl/sharedStrings.xml") if _is(e, "si")]


def _cell(cell: Xml, shared: list[str]) -> str:
    value = next((str(e.text or "") for e in cell.iter() if _is(e, "v")), "")
    if cell.get("t") == "s" and value.isdigit() and int(value) < len(shared):
        return shared[int(value)]
    if value.isdigit() and cell.get("t") in (None, "n"):
        # A number has lost the zero it began with.
        return value.zfill(DIGITS)
    return value or _text(cell)


def _text(element: Xml) -> str:
    """Return the words inside: a number may be divided among several of them."""
    return "".join(str(e.text or "") for e in element.iter() if _is(e, "t") or _is(e, "delText"))


def _is(element: Xml, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[-1] == name


def _opened(content: bytes) -> ZipFile:
    try:
        archive = ZipFile(io.BytesIO(content))
    except DAMAGED as broken:
        raise refused.unreadable() from broken
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_INSIDE:
        raise refused.bomb()
    if any(one.flag_bits & 1 for one in entries):
        raise refused.encrypted()
    return archive


def _parsed(archive: ZipFile, name: str) -> Xml:
    try:
        return fromstring(_read(archive, archive.getinfo(name)), forbid_dtd=True)
    except DAMAGED as broken:
        raise refused.unreadable() from broken


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    """Return what an entry holds; the reader stops at the size that the archive states."""
    if entry.file_size > MOST_XML:
        raise refused.bomb()
    return archive.read(entry)
