"""What a file may look like, and what is refused before a line of it is understood."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from application.plans.history_file import reading, rows, xlsx_rows
from application.plans.history_file.problems import HistoryRefused, Notes
from application.plans.history_file.reading import read
from application.plans.history_file.rows import Row
from application.plans.history_file.template import template

HEAD = "record;hpr;day;text"
LINE = "session;9000001;2024-05-03;Ære være lærere"


def cells(content: bytes) -> list[Row]:
    notes = Notes()
    found = read(content, notes)
    assert notes.problems == []
    return found


def refused(content: bytes) -> str:
    """Return what is told of a file, or of a line in it, that is not what it should be."""
    notes = Notes()
    try:
        read(content, notes)
    except HistoryRefused as found:
        notes = Notes(list(found.problems))
    assert notes.problems
    assert all(problem.says.nb != problem.says.en for problem in notes.problems)
    told = [f"{p.line} {p.field} {p.says.en}" for p in notes.problems]
    return "\n".join(told)


def workbook(*lines: tuple[str | float | date | None, ...]) -> bytes:
    book, made = Workbook(), io.BytesIO()
    assert book.active is not None
    for cells in lines:
        book.active.append(cells)
    book.save(made)
    return made.getvalue()


THE_ROW = Row(2, {"record": "session", "hpr": "9000001", "day": "2024-05-03", "text": "Ære"})
WORDS = tuple(THE_ROW.cells.values())
HEADINGS = ("record", "hpr", "day", "text")


@pytest.mark.parametrize(
    "content",
    [
        "\n".join((";".join(HEADINGS), ";".join(WORDS))),
        "\n".join((",".join(HEADINGS), ",".join(WORDS))),
        "\r\n".join((";".join(HEADINGS), ";".join(WORDS), "", ";;;")),
        "\n".join(("\ufeffpost;HPR-nummer;Dag;tekst", ";".join(WORDS))),
        "Record; HPR ;day;text;\nsession ; 9000001;2024-05-03;Ære;",
    ],
    ids=["semicolons", "commas", "windows-lines", "norwegian-with-bom", "spaces"],
)
def test_a_csv_file_is_read(content: str) -> None:
    assert cells(content.encode()) == [THE_ROW]


def test_a_workbook_is_read_by_its_values() -> None:
    content = workbook(HEADINGS, ("session", 9000001, date(2024, 5, 3), "Ære"), (None, None))
    assert cells(content) == [THE_ROW]
    at_noon = workbook(HEADINGS, ("session", 9000001.0, datetime(2024, 5, 3, 12), 1.5))  # noqa: DTZ001
    (row,) = cells(at_noon)
    assert row.cells["day"] == "2024-05-03T12:00:00"
    assert (row.cells["hpr"], row.cells["text"]) == ("9000001", "1.5")


def test_lines_are_counted_as_an_editor_does() -> None:
    content = f'{HEAD}\nsession;1;2024-05-03;"to\nlinjer"\n\n{LINE}\n'
    assert [row.line for row in cells(content.encode())] == [2, 5]


def test_the_template_is_read() -> None:
    kinds = [row.cells["record"] for row in cells(template().encode())]
    assert kinds == ["session", "activity", "goal", "course", "service"]


@pytest.mark.parametrize(
    ("encoding", "saying"),
    [
        ("utf-16", "0  the file is in UTF-16"),
        ("utf-16-le", "1  the file is not text, or it is in UTF-16"),
        ("cp1252", "2  the file is not in UTF-8, but probably in Windows-1252 (ANSI); save it aga"),
    ],
)
def test_another_encoding_is_told_with_how_to_save_it(encoding: str, saying: str) -> None:
    told = refused(f"{HEAD}\n{LINE}\n".encode(encoding))
    assert saying in told
    assert 'save it again as "CSV UTF-8"' in told


@pytest.mark.parametrize(
    ("content", "saying"),
    [
        ("", "the first line holds the names of the columns"),
        ("<html><body>", "is no column"),
        (HEAD, "the file has no lines"),
        ("record;hpr;minutt", '1 minutt is no column; did you mean "minutter"?'),
        ("record;hpr;day;dag", "1 dag stands twice"),
        ("record;day", "1 hpr is missing"),
        (f"{HEAD}\n{LINE};for mye", "2  the line has 5 cells, but the file has 4 columns"),
        (f'{HEAD}\n{LINE}\nsession;1;2024-05-03;"åpen', "3  cannot be read as CSV"),
        (f'{HEAD}\nsession;1;2024-05-03;"en" to', "2  cannot be read as CSV"),
    ],
)
def test_a_file_that_is_not_one_is_told(content: str, saying: str) -> None:
    assert saying in refused(content.encode())


def test_a_file_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    assert "larger than 0 MB; split it" in refused(f"{HEAD}\n{LINE}\n".encode())


def test_a_file_of_too_many_lines_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_LINES", 2)
    told = refused(f"{HEAD}\n{LINE}\n{LINE}\n{LINE}".encode())
    assert told.startswith("4  the file has more than 2 lines")


def with_member(name: str, content: str) -> bytes:
    """Return a workbook that has one thing more inside."""
    made = io.BytesIO(workbook(HEADINGS, WORDS))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_a_workbook_with_macros_is_refused(name: str) -> None:
    assert "the workbook has macros" in refused(with_member(name, "Sub Auto_Open()"))


def test_a_workbook_that_says_it_has_macros_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main")
    assert "the workbook has macros" in refused(made.getvalue())


def test_a_bomb_is_not_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (xlsx_rows.MOST_UNPACKED + 1))
    assert "at most 100 are read; split it" in refused(made.getvalue())


def test_entities_are_not_expanded() -> None:
    content = workbook(HEADINGS, WORDS)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            body = before.read(name)
            if name.startswith("xl/worksheets/"):
                entity = b'<!DOCTYPE a [<!ENTITY b "9000001">]>'
                body = body.replace(b"<worksheet", entity + b"<worksheet", 1)
            after.writestr(name, body)
    assert "is not an Excel workbook (.xlsx) that can be read" in refused(made.getvalue())


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and then nothing",
        workbook(HEADINGS, WORDS)[:2000],
        b"".join((b"PK\x03\x04", bytes(5000))),
    ],
)
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    assert "is not an Excel workbook (.xlsx) that can be read" in refused(content)


def test_a_zip_of_something_else_is_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bilde.png", b"\x89PNG")
    assert "is not an Excel workbook" in refused(made.getvalue())


def test_an_old_workbook_is_told() -> None:
    assert "older or locked Excel file" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
