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
            nb=f"filen er større enn {MOST_BYTES // 10**6} MB; del den.",
            en=f"the file is larger than {MOST_BYTES // 10**6} MB; split it.",
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
