"""What can be checked of PDF/A-2a without its reference checker (ISO 19005-2)."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from application.letters.letter import Heading
from tests.support.letters import every_letter
from tests.support.printing import fonts, glyphs, printer, tags, words

LETTERS = every_letter()
FORBIDDEN = ("/EmbeddedFiles", "/JavaScript", "/JS", "/AA", "/OpenAction", "/AcroForm", "/XFA")


@pytest.fixture(scope="module", params=sorted(LETTERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def printed(name: str) -> bytes:
    return printer().print(LETTERS[name])


@pytest.fixture(scope="module")
def pdf(printed: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed)) as opened:
        yield opened


def test_it_declares_part_2_level_a(pdf: pikepdf.Pdf) -> None:
    assert pdf.open_metadata().pdfa_status == "2A"
    assert pdf.pdf_version == "1.7"


def test_it_is_well_formed_not_encrypted_and_has_an_id(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []
    assert not pdf.is_encrypted
    first, second = pdf.trailer.ID
    assert len(bytes(first)) >= 16
    assert len(bytes(second)) >= 16


def test_its_colours_are_meant_for_a_known_output(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert b"acsp" in intent.DestOutputProfile.read_bytes()[:128]


def test_every_font_is_ours_embedded_in_part_and_says_what_its_glyphs_mean(
    pdf: pikepdf.Pdf,
) -> None:
    found = fonts(pdf)
    assert found
    for font in found:
        assert "+Letter" in str(font.BaseFont)
        (descendant,) = font.DescendantFonts
        assert len(descendant.FontDescriptor.FontFile2.read_bytes()) < 60_000
        assert b"beginbfchar" in font.ToUnicode.read_bytes()


def test_no_character_is_an_empty_box(pdf: pikepdf.Pdf) -> None:
    assert glyphs(pdf)
    assert 0 not in glyphs(pdf)


def test_it_is_tagged_in_norwegian_with_a_title_that_is_shown(pdf: pikepdf.Pdf, name: str) -> None:
    letter = LETTERS[name]
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "nb"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == letter.title
        assert metadata["dc:creator"] == [letter.sender]
        assert metadata["xmp:CreateDate"] == f"{letter.on}T12:00:00Z"
        assert metadata["xmp:ModifyDate"] == metadata["xmp:CreateDate"]
    assert str(pdf.docinfo["/Title"]) == letter.title
    assert str(pdf.docinfo["/Author"]) == letter.sender
    assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{letter.on:%Y%m%d}12")


def test_its_structure_has_headings_and_tables_in_order(pdf: pikepdf.Pdf, name: str) -> None:
    found = tags(pdf)
    headings = [block for block in LETTERS[name].blocks if block.form == "heading"]
    tables = [block for block in LETTERS[name].blocks if block.form in {"table", "terms"}]
    assert found.count("/H1") == 1
    assert found.count("/H2") == len(headings)
    assert found.count("/Table") == found.count("/Caption") == len(tables)
    assert found.index("/H1") < found.index("/Table") < found.index("/H2")
    assert found.count("/TH") > 0
    assert found.count("/TD") > 0


def test_nothing_runs_in_it_and_nothing_is_hidden_in_it(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            assert not set(FORBIDDEN) & set(found.keys())
            assert found.get("/Type") != "/Filespec"
    for page in pdf.pages:
        assert "/Annots" not in page


def test_its_words_can_be_read_out_and_every_page_is_numbered(
    printed: bytes, pdf: pikepdf.Pdf, name: str
) -> None:
    letter, said = LETTERS[name], words(printed)
    assert letter.title in said
    assert letter.addressee in said
    for block in letter.blocks:
        if isinstance(block, Heading):
            assert block.text in said
    for number in range(1, len(pdf.pages) + 1):
        assert f"Side {number} av {len(pdf.pages)}" in said
    assert said.count(f"Saksnummer {letter.reference}") == len(pdf.pages)


def test_it_is_printed_on_paper_of_the_usual_size(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        width, height = (float(page.MediaBox[at]) for at in (2, 3))
        assert (round(width), round(height)) == (595, 842)
