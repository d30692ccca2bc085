"""A letter to an establishment speaks to the establishment, and names it."""

from __future__ import annotations

import re

import pytest

from application.letters.letter import Letter, LetterKind
from tests.support.letter_text import plain
from tests.support.letters import every_letter
from tests.support.letters_to_establishments import MUNICIPALITY, to_establishments

TO_A_PERSON = re.compile(r"\b(du|deg|din|ditt|dine)\b", re.IGNORECASE)
LETTERS = to_establishments()


@pytest.mark.parametrize("name", LETTERS)
def test_it_never_says_you_as_to_a_person(name: str) -> None:
    told = plain(LETTERS[name])
    assert TO_A_PERSON.findall(told) == []
    assert "irksomheten" in told


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_it_names_the_establishment_in_its_heads_and_not_only_in_the_address(
    letter: Letter,
) -> None:
    words = plain(letter).split("\n\n", 2)[2]
    assert MUNICIPALITY in words


def test_what_can_be_done_is_said_of_the_establishment() -> None:
    told = plain(LETTERS["refused"])
    assert "## Virksomheten kan klage på vedtaket" in told
    assert "være underskrevet av den som handler for virksomheten" in told
    assert "endret til fordel for virksomheten etter klage" in told
    assert f"| Part | {MUNICIPALITY} |" in told
    assert plain(LETTERS["received"]).count(f"# Vi har mottatt klagen fra {MUNICIPALITY}: ") == 1


def test_a_doctor_is_spoken_to_as_before() -> None:
    told = plain(every_letter()["refusal"])
    assert "## Du kan klage på vedtaket" in told
    assert "| Part |" not in told
    # The appeal body is not the party: the letter to it says «klageren».
    (forwarded,) = [
        one for one in every_letter().values() if one.kind is LetterKind.APPEAL_FORWARDED
    ]
    assert TO_A_PERSON.findall(plain(forwarded)) == []
