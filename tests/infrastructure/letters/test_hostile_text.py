"""Whatever somebody writes is printed as what it is: text."""

from __future__ import annotations

import io
import re
import unicodedata

import pikepdf
import pypdf
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from infrastructure.letters.fonts import characters
from infrastructure.letters.glyphs import printable
from infrastructure.letters.printing import LetterPrinter, packaged_files
from infrastructure.letters.weasy import weasyprint
from tests.support.letters import DOCTOR, forwarded, refusal
from tests.support.printing import fonts, glyphs, letters_only, printer, words

LONG = "overtidsgodtgjørelsesberegningsgrunnlag" * 30
TWICE = re.compile("([\u0300-\u036f])\\1")
HOSTILE = {
    "a script": "<script>alert('x')</script> & <img src=\"file:///etc/passwd\">",
    "an entity": "&lt;b&gt; &amp; &aring; &#0; &#x41; ]]> <!-- -->",
    "a template": "{{ letter.sender }} {% for x in y %} {# note #}",
    "a style": "</style><style>* { display: none } @import url(http://192.0.2.1/);</style>",
    "a very long word": LONG,
    "a link": '<a href="javascript:alert(1)">her</a> <link rel=attachment href="x">',
    "every letter of Norwegian and Sami": "Æ Ø Å æ ø å É ò Č Đ Ŋ Š Ŧ Ž č đ ŋ š ŧ ž",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_is_printed_as_text(text: str) -> None:
    printed = printer().print(refusal(text))
    assert letters_only(text) in letters_only(words(printed))
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert 0 not in glyphs(pdf)
        assert not any("/Annots" in page for page in pdf.pages)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_is_escaped_on_the_screen_too(text: str) -> None:
    page = LetterPrinter().page(refusal(text))
    assert page.count("<script") == page.count("<img") == page.count("<style") == 0
    assert page.count("<a ") == 0
    assert page.count("<link") == 1


def test_what_is_hostile_is_text_wherever_it_stands() -> None:
    bad = "<b>&</b>"
    letter = refusal(sender=bad, addressee=bad, reference=bad, contact=bad, responsible=bad)
    said = words(printer().print(letter))
    assert said.count(bad) >= 6
    assert bad in words(printer().print(forwarded(new=(bad,), partly=bad)))


def test_a_text_of_20_000_characters_is_printed_to_its_end() -> None:
    text = "\n\n".join(f"Avsnitt {number}: {'ordet er fritt ' * 20}" for number in range(64))
    assert len(text) >= 20_000
    said = letters_only(words(printer().print(refusal(text))))
    for number in (0, 31, 63):
        assert letters_only(f"Avsnitt {number}: ordet er fritt") in said


def test_a_word_longer_than_a_line_stays_on_the_paper() -> None:
    printed = printer().print(forwarded(new=(LONG,), maintained_because=LONG))
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert len(pdf.pages) >= 2
    for page in pypdf.PdfReader(io.BytesIO(printed)).pages:
        for line in page.extract_text().splitlines():
            assert len(line) < 120


def test_what_the_font_lacks_is_printed_as_its_code_and_never_taken_from_elsewhere() -> None:
    printed = printer().print(refusal("Bra 👍🏽 gjort, محمد"))
    said = words(printed)
    assert "Bra [U+1F44D][U+1F3FD] gjort, [U+0645][U+062D][U+0645][U+062F]" in said
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert all("+Letter" in str(font.BaseFont) for font in fonts(pdf))


def test_what_shows_nothing_cannot_turn_the_reading_around() -> None:
    assert printable("avslag\u202egitnnI\u202c") == "avslaggitnnI"
    assert printable("\ufeffs\u00adamme\u200b \u2764\ufe0f\x00\x1b") == "samme [U+2764]"


def test_a_letter_and_its_ring_are_one_character() -> None:
    assert printable("A\u030ase Bjørnø") == "Åse Bjørnø"
    assert printable(DOCTOR) == DOCTOR


def test_half_a_character_is_printed_as_its_code() -> None:
    assert "[U+D83D]" in words(printer().print(refusal("halv \ud83d her")))


@settings(max_examples=25)
@given(text=st.text(min_size=1, max_size=300))
def test_any_text_at_all_is_printed_whole(text: str) -> None:
    # The program that reads the page loses a letter that has the same mark twice.
    assume(not TWICE.search(unicodedata.normalize("NFD", text)))
    printed = printer().print(refusal(f"fra {text} til"))
    expected = "".join(sign for sign in printable(text) if ord(sign) in characters())
    assert letters_only(expected) in letters_only(words(printed))
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert 0 not in glyphs(pdf)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/",
        "data:text/css,p{}",
        "letter:///../printing.py",
        "letter:///printing.py",
    ],
)
def test_nothing_is_fetched_but_what_is_packaged(url: str) -> None:
    printer()
    library = weasyprint()
    fetch = packaged_files(library.urls)
    with pytest.raises(ValueError, match="nothing from elsewhere"):
        fetch.fetch(url)
    page = library.HTML(string=f'<img src="{url}">', base_url="letter:///", url_fetcher=fetch)
    with pytest.raises(library.urls.FatalURLFetchingError):
        page.write_pdf()
