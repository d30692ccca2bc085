"""PDF files: searched page by page, and refused where they would run or carry something."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from domain.shared.texts import Text
from infrastructure.contents import refused

RUNS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA"})
ACTIONS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE"})
MOST_OBJECTS = 200_000
MOST_PAGES = 500


def texts(content: bytes) -> Iterator[tuple[Text, str]]:
    """Yield the text of each page, and what is told about the file; raises FileRefused."""
    try:
        yield from _texts(content)
    except LimitReachedError as large:
        raise refused.bomb() from large
    # Whatever a malformed file makes the reader stumble over, it cannot be looked through.
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as bad:
        raise refused.unreadable() from bad
    except (RecursionError, NotImplementedError, AssertionError, OSError) as bad:
        raise refused.unreadable() from bad


def _texts(content: bytes) -> Iterator[tuple[Text, str]]:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise refused.encrypted()
    _refuse_what_runs(reader)
    if len(reader.pages) > MOST_PAGES:
        raise refused.bomb()
    told = " ".join(str(value) for value in (reader.metadata or {}).values())
    yield Text(nb="opplysningene om filen", en="the file's properties"), told
    for number, page in enumerate(reader.pages, start=1):
        yield Text(nb=f"side {number}", en=f"page {number}"), page.extract_text()


def _refuse_what_runs(reader: PdfReader) -> None:
    """Walk everything that can be reached, also what is packed into streams of objects."""
    waiting: list[Any] = [reader.trailer]
    met: set[tuple[int, int]] = set()
    walked = 0
    while waiting:
        found = waiting.pop()
        walked += 1
        if walked > MOST_OBJECTS:
            raise refused.bomb()
        if isinstance(found, IndirectObject):
            key = (found.idnum, found.generation)
            if key in met:
                continue
            met.add(key)
            found = found.get_object()
        if isinstance(found, DictionaryObject):
            _refuse(found)
            waiting.extend(found.raw_get(key) for key in found)
        elif isinstance(found, ArrayObject):
            waiting.extend(list.__iter__(found))


def _refuse(found: DictionaryObject) -> None:
    if runs := RUNS & set(found):
        raise refused.with_macro(min(runs).removeprefix("/"))
    action = found.get("/S")
    if isinstance(action, str) and action in ACTIONS:
        raise refused.with_macro(action.removeprefix("/"))
