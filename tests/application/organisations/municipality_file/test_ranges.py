"""Goals written as ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.organisations.municipality_file.ranges import expand
from domain.catalogue.catalogue import CATALOGUE
from domain.shared.refusals import Invalid

NUMBERS = st.integers(1, 88)


def code(number: int) -> str:
    return f"ALM-{number:03d}"


def compress(numbers: list[int]) -> list[str]:
    """Return rising numbers written with a range wherever two or more follow each other."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [code(r[0]) if len(r) == 1 else f"{code(r[0])}..{code(r[-1])}" for r in runs]


@given(st.sets(NUMBERS))
def test_expanding_gives_back_what_was_written_as_ranges(numbers: set[int]) -> None:
    written = compress(sorted(numbers))
    expanded = [code for each in written for code in expand(each, CATALOGUE)]
    assert expanded == [code(number) for number in sorted(numbers)]


@given(NUMBERS, NUMBERS)
def test_a_range_holds_both_its_ends_or_is_refused(first: int, last: int) -> None:
    written = f"{code(first)}..{code(last)}"
    if last < first:
        with pytest.raises(Invalid, match=f"{code(last)}..{code(first)}"):
            expand(written, CATALOGUE)
        return
    codes = expand(written, CATALOGUE)
    assert (codes[0], codes[-1], len(codes)) == (code(first), code(last), last - first + 1)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        pytest.param("FKM-003", ("FKM-003",), id="a-single-code"),
        pytest.param("FKM-001 .. FKM-002", ("FKM-001", "FKM-002"), id="spaces-around-the-dots"),
        pytest.param("LM-19..LM-21", ("LM-19", "LM-20", "LM-21"), id="AMB-32-the-old-set"),
        pytest.param("ALM-085..ALM-085", ("ALM-085",), id="a-range-of-one"),
    ],
)
def test_codes_and_ranges_can_be_written(written: str, codes: tuple[str, ...]) -> None:
    assert expand(written, CATALOGUE) == codes


@pytest.mark.parametrize(
    ("written", "refusal", "saying"),
    [
        pytest.param("ALM-31", "unknown-goal", "ALM-031", id="unknown-code"),
        pytest.param("ALM-080..ALM-99", "unknown-goal", '"ALM-99"', id="unknown-end"),
        pytest.param("LM-13..LM-19", "unknown-goal", '"LM-14"', id="hole-inside"),
        pytest.param("ALM-010..ALM-009", "reversed-range", "ALM-009..ALM-010", id="reversed"),
        pytest.param("ALM-010..FKM-011", "mixed-range", "same letters", id="two-series"),
        pytest.param("ALM-001..", "unknown-goal", '""', id="no-end"),
        pytest.param("", "unknown-goal", '""', id="nothing"),
    ],
)
def test_a_range_that_means_nothing_is_refused(written: str, refusal: str, saying: str) -> None:
    with pytest.raises(Invalid) as refused:
        expand(written, CATALOGUE)
    assert refused.value.code == refusal
    assert saying in refused.value.text.en
