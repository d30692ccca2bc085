"""Rows from the first sheet of an XLSX workbook: its values only, and nothing that can run."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from application.plans.history_file.problems import HistoryRefused, refused

# It warns of styles and rules of input that it leaves out, which are nothing to us.
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 100_000_000
WIDEST = 64
"""No row of ours has more cells than this."""
MACROS = ("vbaproject.bin", "xl/macrosheets/", "macroenabled")
_UNREADABLE = (
    BadZipFile,
    ParseError,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What openpyxl and its readers raise for what is no workbook."""


def numbered(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with its number; raises HistoryRefused."""
    try:
        _inspect(content)
        with closing(load_workbook(io.BytesIO(content), read_only=True, data_only=True)) as book:
            rows = book.worksheets[0].iter_rows(values_only=True, max_col=WIDEST)
            for line, cells in enumerate(rows, start=1):
                yield line, _row(cells)
    except HistoryRefused:
        raise
    except _UNREADABLE as error:
        raise refused(
            0,
            nb="filen er ikke en Excel-arbeidsbok (.xlsx) som kan leses; lagre den på nytt.",
            en="the file is not an Excel workbook (.xlsx) that can be read; save it again.",
        ) from error


def _inspect(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        names = [one.filename.lower() for one in archive.infolist()]
        unpacked = sum(one.file_size for one in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise refused(
                0,
                nb=f"arbeidsboken er {unpacked // 10**6} MB utpakket, og høyst "
                f"{MOST_UNPACKED // 10**6} leses; del den.",
                en=f"the workbook is {unpacked // 10**6} MB unpacked, and at most "
                f"{MOST_UNPACKED // 10**6} are read; split it.",
            )
        types = archive.read("[Content_Types].xml").decode().lower()
        if any(macro in name for name in (*names, types) for macro in MACROS):
            raise refused(
                0,
                nb="arbeidsboken har makroer; lagre den som «Excel-arbeidsbok (.xlsx)» uten.",
                en='the workbook has macros; save it as "Excel workbook (.xlsx)" without.',
            )


def _row(cells: Sequence[object]) -> list[str]:
    """Return the cells as texts, without the empty ones at the end."""
    last = max((at for at, cell in enumerate(cells, start=1) if cell is not None), default=0)
    return [_shown(cell) for cell in cells[:last]]


def _shown(cell: object) -> str:
    """Return a value as it is written in the CSV form."""
    match cell:
        case None:
            return ""
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
        case date():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell)
