"""From the bytes of a history file to its rows."""

from __future__ import annotations

from application.plans.history_file import csv_rows, xlsx_rows
from application.plans.history_file.problems import Notes, refused
from application.plans.history_file.rows import Row, named

MOST_BYTES = 64_000_000


def read(content: bytes, notes: Notes) -> list[Row]:
    """Return the rows; raises HistoryRefused for a file that is not what it should be."""
    if len(content) > MOST_BYTES:
        raise refused(
            0,
            nb=f"filen er på {len(content) // 10**6} MB; høyst {MOST_BYTES // 10**6} leses.",
            en=f"the file has {len(content) // 10**6} MB; at most {MOST_BYTES // 10**6} are read.",
        )
    if content.startswith(xlsx_rows.OLD_EXCEL):
        raise refused(
            0,
            nb="filen er en eldre eller låst Excel-fil; lagre den som «Excel-arbeidsbok (.xlsx)».",
            en='the file is an older or locked Excel file; save it as "Excel workbook (.xlsx)".',
        )
    is_workbook = content.startswith(xlsx_rows.ZIP)
    numbered = xlsx_rows.numbered(content) if is_workbook else csv_rows.numbered(content)
    rows = list(named(numbered, notes))
    if not rows and not notes.problems:
        raise refused(1, nb="filen har ingen linjer.", en="the file has no lines.")
    return rows
