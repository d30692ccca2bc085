"""Organisation numbers and the digit that checks them."""

from __future__ import annotations

import pytest

from domain.organisations.organisation_number import is_organisation_number


@pytest.mark.parametrize(
    ("digits", "right"),
    [
        pytest.param("964948054", True, id="weighed-183-leaves-7-so-4"),
        pytest.param("964948055", False, id="wrong-last-digit"),
        pytest.param("946948054", False, id="two-digits-swapped"),
        pytest.param("96494805", False, id="eight-digits"),
        pytest.param("9649480540", False, id="ten-digits"),
        pytest.param("96494805X", False, id="a-letter"),
        pytest.param("964 948 054", False, id="spaces-are-not-digits"),
        pytest.param("٩٦٤٩٤٨٠٥٤", False, id="digits-of-another-script"),
        pytest.param("", False, id="nothing"),
        pytest.param("000000000", True, id="remainder-0-checks-0"),
        pytest.param("000000060", False, id="remainder-1-never-given-out"),
    ],
)
def test_the_last_digit_checks_the_others(digits: str, *, right: bool) -> None:
    assert is_organisation_number(digits) is right


def test_no_wrong_single_digit_goes_unnoticed() -> None:
    right = "964948054"
    wrong = {
        right[:place] + digit + right[place + 1 :]
        for place in range(9)
        for digit in "0123456789"
        if digit != right[place]
    }
    assert not any(map(is_organisation_number, wrong))
