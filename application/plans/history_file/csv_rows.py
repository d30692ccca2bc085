"""Rows from a CSV file in UTF-8, with semicolons or commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from application.plans.history_file.problems import refused

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HOW_NB = "lagre den på nytt som «CSV UTF-8 (semikolondelt)»."
_HOW_EN = 'save it again as "CSV UTF-8".'


def numbered(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with its first line; raises HistoryRefused."""
    text = _decoded(content)
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") >= first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise refused(
            line,
            nb=f"kan ikke leses som CSV: {error}. Se etter et anførselstegn for mye.",
            en=f"cannot be read as CSV: {error}. Look for a quotation mark too many.",
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith(UTF_16):
        raise refused(
            0, nb=f"filen er lagret som UTF-16; {_HOW_NB}", en=f"the file is in UTF-16; {_HOW_EN}"
        )
    if (at := content.find(b"\0")) >= 0:
        raise refused(
            content.count(b"\n", 0, at) + 1,
            nb=f"filen er ikke tekst, eller den er lagret som UTF-16; {_HOW_NB}",
            en=f"the file is not text, or it is in UTF-16; {_HOW_EN}",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(
            content.count(b"\n", 0, error.start) + 1,
            nb=f"filen er ikke lagret som UTF-8, men trolig som Windows-1252 (ANSI); {_HOW_NB}",
            en=f"the file is not in UTF-8, but probably in Windows-1252 (ANSI); {_HOW_EN}",
        ) from error
