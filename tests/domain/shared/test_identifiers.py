"""HPR numbers and identity numbers: what is let in, and what is said of the rest."""

from __future__ import annotations

from datetime import date

import pytest

from domain.shared.dated import Dated, Version
from domain.shared.identifiers import (
    IDENTITY_NUMBERS,
    IdentityNumberRule,
    Synthetic,
    check_identity_number,
    normalised_hpr,
)
from domain.shared.refusals import Invalid, Refused

TODAY = date(2026, 7, 2)
LAST_OLD_DAY = date(2031, 12, 31)
FIRST_NEW_DAY = date(2032, 1, 1)
FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def check_digit(digits: str, weights: tuple[int, ...], *, leaving: int = 0) -> int:
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return (leaving - weighed) % 11


def completed(day: str, *, leaving: int = 0) -> str:
    """Return an invented number of the day; ``leaving`` is what the first check digit leaves."""
    tens = (f"{day}{person}" for person in range(500, 1000))
    tens = (f"{nine}{check_digit(nine, FIRST_WEIGHTS, leaving=leaving)}" for nine in tens)
    numbers = (f"{ten}{check_digit(ten, SECOND_WEIGHTS)}" for ten in tens if len(ten) == 10)
    return next(number for number in numbers if len(number) == 11)


def refused(text: str, *, on: date = TODAY, synthetic: Synthetic = Synthetic.REFUSED) -> Refused:
    with pytest.raises(Invalid) as told:
        check_identity_number(text, on=on, allow_synthetic=synthetic)
    assert told.value.rule == "L-FNR-01"
    assert told.value.text.nb
    assert told.value.text.en
    return told.value


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param("0012345", "12345", id="L-HPR-01-leading-zeros"),
        pytest.param("12345", "12345", id="L-HPR-01-as-it-is"),
        pytest.param(" 9876543 ", "9876543", id="L-HPR-01-blanks-around"),
        pytest.param("1", "1", id="L-HPR-01-one-digit"),
        pytest.param("123456789", "123456789", id="L-HPR-01-nine-digits"),
        pytest.param("000000001", "1", id="L-HPR-01-nine-digits-with-zeros"),
    ],
)
def test_an_hpr_number_is_compared_without_leading_zeros(written: str, kept: str) -> None:
    assert normalised_hpr(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("12A45", id="L-HPR-01-a-letter"),
        pytest.param("1234567890", id="L-HPR-01-ten-digits"),
        pytest.param("", id="L-HPR-01-nothing"),
        pytest.param("000", id="L-HPR-01-only-zeros"),
        pytest.param("12 345", id="L-HPR-01-a-blank-inside"),
        pytest.param("-12345", id="L-HPR-01-a-sign"),
        pytest.param("١٢٣٤٥", id="L-HPR-01-digits-of-another-script"),
    ],
)
def test_what_is_not_an_hpr_number_is_refused_in_both_languages(written: str) -> None:
    with pytest.raises(Invalid, match="one to nine digits") as told:
        normalised_hpr(written)
    assert "ett til ni sifre" in told.value.text.nb
    assert told.value.rule == "L-HPR-01"


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("31129956715", id="L-FNR-01-worked-example"),
        pytest.param(completed("711299"), id="L-FNR-01-D-number"),
        pytest.param(completed("315299"), id="L-FNR-01-H-number"),
        pytest.param(completed("290201"), id="L-FNR-01-the-century-is-not-guessed"),
    ],
)
def test_a_number_whose_digits_check_is_returned(number: str) -> None:
    assert len(number) == 11
    assert check_identity_number(f" {number} ", on=TODAY) == number


@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param("31129956716", "check-digits", id="L-FNR-01-worked-example"),
        pytest.param("31129956705", "check-digits", id="L-FNR-01-first-check-digit"),
        pytest.param("3112995671", "malformed", id="L-FNR-01-ten-digits"),
        pytest.param("311299567150", "malformed", id="L-FNR-01-twelve-digits"),
        pytest.param("3112995671x", "malformed", id="L-FNR-01-a-letter"),
        pytest.param("", "malformed", id="L-FNR-01-nothing"),
        pytest.param("٣١١٢٩٩٥٦٧١٥", "malformed", id="L-FNR-01-digits-of-another-script"),
        pytest.param("32129956715", "no-such-day", id="L-FNR-01-day-32"),
        pytest.param("00129956715", "no-such-day", id="L-FNR-01-day-0"),
        pytest.param("31139956715", "no-such-day", id="L-FNR-01-month-13"),
        pytest.param("31009956715", "no-such-day", id="L-FNR-01-month-0"),
        pytest.param("30029956715", "no-such-day", id="L-FNR-01-30-February"),
        pytest.param("80129956715", "no-such-day", id="L-FNR-01-D-number-day-40"),
        pytest.param("31539956715", "no-such-day", id="L-FNR-01-H-number-month-53"),
        pytest.param("01879012305", "synthetic", id="L-FNR-01-synthetic"),
    ],
)
def test_a_number_that_does_not_check_is_refused_saying_what_is_wrong(
    number: str, code: str
) -> None:
    assert refused(number).code.endswith(code)


def test_a_synthetic_number_is_let_in_only_where_it_is_allowed() -> None:
    allowed = check_identity_number("01879012305", on=TODAY, allow_synthetic=Synthetic.ALLOWED)
    assert allowed == "01879012305"


def test_a_synthetic_number_is_checked_like_any_other() -> None:
    wrong = refused("01879012304", synthetic=Synthetic.ALLOWED)
    assert wrong.code == "identity-number-check-digits"


def test_a_real_number_is_also_good_where_synthetic_ones_are() -> None:
    number = "31129956715"
    assert check_identity_number(number, on=TODAY, allow_synthetic=Synthetic.ALLOWED) == number


@pytest.mark.parametrize("leaving", [1, 2, 3])
def test_the_first_check_digit_is_relaxed_from_2032(leaving: int) -> None:
    relaxed = completed("311299", leaving=leaving)
    assert refused(relaxed, on=LAST_OLD_DAY).code == "identity-number-check-digits"
    assert check_identity_number(relaxed, on=FIRST_NEW_DAY) == relaxed


def test_the_first_check_digit_is_not_free_from_2032() -> None:
    for leaving in (4, 5, 6, 7, 8, 9):
        assert refused(completed("311299", leaving=leaving), on=FIRST_NEW_DAY)


def test_the_second_check_digit_stays_strict_from_2032() -> None:
    assert refused("31129956716", on=FIRST_NEW_DAY)
    assert check_identity_number("31129956715", on=FIRST_NEW_DAY) == "31129956715"


def test_no_wrong_single_digit_goes_unnoticed() -> None:
    right = "31129956715"
    wrong = {
        right[:place] + digit + right[place + 1 :]
        for place in range(11)
        for digit in "0123456789"
        if digit != right[place]
    }
    assert all(refused(number) for number in wrong)


def test_another_rule_can_be_tried_before_it_is_law() -> None:
    proposal = Dated(
        "proposal",
        Version(
            in_force_from=TODAY,
            value=IdentityNumberRule(first_check_leaves=(5,)),
            citation=IDENTITY_NUMBERS.versions[0].citation,
        ),
    )
    number = completed("311299", leaving=5)
    assert check_identity_number(number, on=TODAY, law=proposal) == number
