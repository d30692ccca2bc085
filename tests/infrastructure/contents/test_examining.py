"""A file is what its content is, and is searched for what may name a patient."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from application.ports import FileRefused
from infrastructure.contents import office
from infrastructure.contents.examining import ContentExaminer
from tests.support.documents import NUMBER
from tests.support.forms import JPEG, OFFICE, PLAIN, PNG, archive, docx, pdf, xlsx

EXAMINER = ContentExaminer()
TAKEN = {
    "vurdering.pdf": (pdf(), "application/pdf"),
    "bilde.png": (PNG, "image/png"),
    "bilde.jpg": (JPEG, "image/jpeg"),
    "bilde.JPEG": (JPEG, "image/jpeg"),
    "notat.txt": (PLAIN, "text/plain"),
    "notat med bom.txt": (b"\xef\xbb\xbf" + PLAIN, "text/plain"),
    "rapport.docx": (docx("Rapport"), office.DOCX),
    "plan.xlsx": (xlsx("<c r='A1'><v>12</v></c>"), office.XLSX),
}
VBA = {"word/vbaProject.bin": b"x"}
RUN_JS = b"/OpenAction << /S /JavaScript /JS (app.alert) >>"
DTD = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="w"/>'
DEEP = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><document>&a;</document>'
HEADER = f'<w:hdr xmlns:w="w"><w:p><w:t>{NUMBER}</w:t></w:p></w:hdr>'


def refused(content: bytes, name: str) -> str:
    with pytest.raises(FileRefused) as told:
        EXAMINER.examine(name, content)
    assert told.value.rule == "R-KP-03"
    assert told.value.text.nb
    return told.value.code


@pytest.mark.parametrize(("name", "expected"), TAKEN.items(), ids=TAKEN)
def test_a_file_is_taken_for_what_its_content_is(name: str, expected: tuple[bytes, str]) -> None:
    content, media_type = expected
    found = EXAMINER.examine(name, content)
    assert (found.media_type, found.places) == (media_type, ())


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pdf(), "bilde.png"),
        (PNG, "bilde.jpg"),
        (PLAIN, "notat.pdf"),
        (PLAIN, "notat"),
        (PLAIN, "notat.html"),
        (docx("x"), "x.xlsx"),
        (docx("x"), "x.zip"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(content: bytes, name: str) -> None:
    assert refused(content, name) == "file-not-what-it-says"


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + bytes(40),
        b"GIF89a" + bytes(40),
        "æøå".encode("latin-1"),
        b"tekst\x00med null",
        b"\x1b[2Jtekst",
        archive({"en.txt": b"x"}),
        archive({"[Content_Types].xml": "<Types/>"}),
        docx("x", kind=f"{OFFICE}presentationml.presentation.main+xml"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_what_is_of_no_kind_that_is_taken_is_refused(content: bytes) -> None:
    assert refused(content, "notat.txt") == "file-type-not-taken"


def test_an_empty_file_is_refused() -> None:
    assert refused(b"", "notat.txt") == "file-empty"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (docx("x", more=VBA), "x.docx"),
        (docx("x", kind="application/vnd.ms-word.document.macroEnabled.main+xml"), "x.docx"),
        (docx("x", more={"word/activeX/activeX1.xml": b"x"}), "x.docx"),
        (docx("x", more={"word/embeddings/oleObject1.bin": b"x"}), "x.docx"),
        (docx("x", more={"word/embeddings/bok.xlsm": b"x"}), "x.docx"),
        (xlsx(more={"xl/macrosheets/sheet1.xml": b"x"}), "x.xlsx"),
        (pdf(more=RUN_JS), "x.pdf"),
        (pdf(more=b"/OpenAction << /S /Launch /F (cmd.exe) >>"), "x.pdf"),
        (pdf(more=b"/Names << /EmbeddedFiles << /Names [] >> >>"), "x.pdf"),
    ],
)
def test_a_file_that_would_run_something_is_refused(content: bytes, name: str) -> None:
    assert refused(content, name) == "file-has-macro"


def test_what_a_pdf_would_run_is_found_where_it_is_packed_away() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(more=RUN_JS))))
    writer.compress_identical_objects()
    packed = io.BytesIO()
    writer.write(packed)
    assert refused(packed.getvalue(), "x.pdf") == "file-has-macro"


def test_a_file_with_a_password_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("hemmelig", algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)
    assert refused(locked.getvalue(), "x.pdf") == "file-encrypted"


def test_a_zip_bomb_is_refused_before_it_goes_off() -> None:
    bomb = docx("x", more={"word/media/image1.png": bytes(office.MOST_INSIDE + 1)})
    assert len(bomb) < 1_000_000
    assert refused(bomb, "x.docx") == "file-too-large-inside"
    large = docx("x", more={"word/footnotes.xml": bytes(office.MOST_XML + 1)})
    assert refused(large, "x.docx") == "file-too-large-inside"
    many = docx("x", more={f"word/media/{n}": b"" for n in range(office.MOST_ENTRIES)})
    assert refused(many, "x.docx") == "file-too-large-inside"


@pytest.mark.parametrize("document", [DTD, DEEP, "<w:document", b"\x00\x01"])
def test_xml_that_reaches_out_or_cannot_be_read_is_refused(document: str | bytes) -> None:
    assert refused(docx("x", more={"word/document.xml": document}), "x.docx") == "file-unreadable"


@pytest.mark.parametrize(
    ("content", "name"), [(docx("Rapport"), "x.docx"), (xlsx(), "x.xlsx"), (pdf(), "x.pdf")]
)
@given(data=st.data())
@settings(max_examples=150)
def test_a_damaged_file_is_refused_or_read_and_nothing_else(
    content: bytes, name: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    cut = data.draw(st.booleans())
    other = bytes([data.draw(st.integers(0, 255))])
    damaged = content[:at] if cut else content[:at] + other + content[at + 1 :]
    with suppress(FileRefused):
        EXAMINER.examine(name, damaged)


@pytest.mark.parametrize(
    ("content", "name", "place"),
    [
        (f"En\npasient {NUMBER}".encode(), "x.txt", "line 2, character 9"),
        (pdf(f"pasient {NUMBER}"), "x.pdf", "page 1"),
        (docx("pasient ", NUMBER[:4], NUMBER[4:]), "x.docx", "paragraph 1 (document)"),
        (
            docx("x", more={"word/header1.xml": HEADER}),
            "x.docx",
            "paragraph 1 (header1)",
        ),
        (xlsx(f"<c r='B2' t='str'><v>{NUMBER}</v></c>"), "x.xlsx", "sheet 1, cell B2"),
        (xlsx(f"<c r='B2'><v>{int(NUMBER)}</v></c>"), "x.xlsx", "sheet 1, cell B2"),
        (
            xlsx(f"<c r='A1' t='inlineStr'><is><t>{NUMBER}</t></is></c>"),
            "x.xlsx",
            "sheet 1, cell A1",
        ),
        (
            xlsx(
                "<c r='C3' t='s'><v>0</v></c>",
                more={"xl/sharedStrings.xml": f"<sst><si><t>{NUMBER}</t></si></sst>"},
            ),
            "x.xlsx",
            "sheet 1, cell C3",
        ),
        (
            xlsx(more={"xl/comments1.xml": f"<comments><t>{NUMBER}</t></comments>"}),
            "x.xlsx",
            "the notes",
        ),
    ],
)
def test_what_may_name_a_patient_is_found_and_only_where_is_told(
    content: bytes, name: str, place: str
) -> None:
    assert [found.en for found in EXAMINER.examine(name, content).places] == [place]


def test_an_archive_of_another_make_is_read_by_its_own_table() -> None:
    out = io.BytesIO(docx("x"))
    with zipfile.ZipFile(out, "a") as more:
        more.writestr("docProps/app.xml", "<x/>")
    assert EXAMINER.examine("x.docx", out.getvalue()).media_type == office.DOCX
