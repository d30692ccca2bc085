"""A printer of letters where there is one, and what a printed letter holds."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdf
import pytest

from application.letters.printer import PrinterUnavailable
from infrastructure.letters.printing import LetterPrinter
from infrastructure.letters.weasy import weasyprint


def printer() -> LetterPrinter:
    """Return a printer; in CI there must be one."""
    try:
        weasyprint()
    except PrinterUnavailable as why:
        if os.environ.get("CI") == "true":
            pytest.fail(str(why))
        pytest.skip(f"LETTERS WERE NOT PRINTED: {why}")
    return LetterPrinter()


def words(printed: bytes) -> str:
    """Return the text of the pages, one line, as a program that searches it reads it."""
    pages = pypdf.PdfReader(io.BytesIO(printed)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def letters_only(text: str) -> str:
    """Return the text without spaces, which depend on where lines were broken."""
    return "".join(text.split())


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """Return every font of every page."""
    found = {}
    for page in pdf.pages:
        for font in dict(page.Resources.Font).values():
            found[font.objgen] = font
    return list(found.values())


def glyphs(pdf: pikepdf.Pdf) -> set[int]:
    """Return the numbers of the glyphs that are shown; 0 would be the empty box."""
    return set(_glyphs(pdf))


def _glyphs(pdf: pikepdf.Pdf) -> Iterator[int]:
    for page in pdf.pages:
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) in {"Tj", "TJ"}:
                shown = operands[0] if str(operator) == "TJ" else operands
                for one in shown:
                    if isinstance(one, pikepdf.String):
                        raw = bytes(one)
                        yield from (
                            int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)
                        )


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of the structure elements in the order of reading."""
    return list(_tags(pdf.Root.StructTreeRoot.K))


def _tags(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _tags(node.K)
