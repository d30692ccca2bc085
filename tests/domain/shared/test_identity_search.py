"""What looks like an identity number is found, and only where it stands is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.identity_search import MOST_PLACES, identity_numbers_at, places

NUMBER = "31129956715"


@pytest.mark.parametrize(
    "written",
    [NUMBER, "311299 56715", "311299-56715", "311299.56715", "311299\u00a056715", f"({NUMBER})"],
)
def test_a_number_is_found_however_it_is_divided(written: str) -> None:
    text = f"Snakket om\npasienten {written} i dag"
    assert [place.en for place in places(text)] == [
        f"line 2, character {text.split(chr(10))[1].index('3') + 1}"
    ]


@pytest.mark.parametrize(
    "written",
    ["31129956716", "99129956715", "131129956715", "311299567150", "3112995671", "311299  56715"],
)
def test_what_does_not_pass_the_check_is_no_number(written: str) -> None:
    assert list(identity_numbers_at(written)) == []


@pytest.mark.parametrize("written", ["01879012305", "01879010078"])
def test_invented_numbers_and_those_of_the_rule_from_2032_are_found(written: str) -> None:
    assert list(identity_numbers_at(written)) == [0]


def test_the_number_itself_is_never_told() -> None:
    told = " ".join(place.nb + place.en for place in places(f"{NUMBER} og {NUMBER}"))
    assert NUMBER not in told
    assert "line 1, character 1" in told
    assert "linje 1, tegn 16" in told


def test_a_text_full_of_numbers_is_not_counted_through() -> None:
    assert len(places(f"{NUMBER}\n" * 100_000)) == MOST_PLACES


@given(st.text(alphabet="abc æ\n", max_size=40), st.text(alphabet="abc \n", max_size=10))
def test_a_number_is_found_at_its_place_in_any_text(before: str, after: str) -> None:
    assert list(identity_numbers_at(before + NUMBER + after)) == [len(before)]
