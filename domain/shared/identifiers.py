"""Numbers that name people: the health personnel number (HPR) and the identity number."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence
from domain.shared.refusals import Invalid


class Synthetic(StrEnum):
    """Whether invented numbers from the test register are let in."""

    REFUSED = "refused"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityNumberRule:
    """What the first check digit may leave when the weighted digits are divided by eleven."""

    first_check_leaves: tuple[int, ...]


_SHAPE = "Skatteetaten: fødselsnummerets oppbygning"

IDENTITY_NUMBERS = Dated(
    "identity numbers",
    Version(
        in_force_from=date(1964, 10, 1),
        value=IdentityNumberRule(first_check_leaves=(0,)),
        citation=Citation(act=_SHAPE, section=""),
        confidence=Confidence.B,
    ),
    Version(
        in_force_from=date(2032, 1, 1),
        # Told long ahead; it was read by then.
        announced_on=date(2026, 7, 2),
        value=IdentityNumberRule(first_check_leaves=(0, 1, 2, 3)),
        citation=Citation(act=f"{_SHAPE} fra 2032", section=""),
        confidence=Confidence.B,
    ),
)

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_A_LEAP_YEAR = 2000
_ASSISTING_MONTHS = 40
_SYNTHETIC_MONTHS = 80
_ASSIGNED_DAYS = 40


def normalised_hpr(text: str) -> str:
    """Return an HPR number without leading zeros, so that equal numbers are equal texts.

    The number has no published check digit; only the register knows whether it exists.
    """
    written = text.strip()
    if not re.fullmatch(r"[0-9]{1,9}", written) or not written.strip("0"):
        raise Invalid(
            "hpr-number-malformed",
            nb="Et HPR-nummer er ett til ni sifre, og ikke bare nuller.",
            en="An HPR number is one to nine digits, and not only zeros.",
            rule="L-HPR-01",
            field="hpr",
        )
    return written.lstrip("0")


def check_identity_number(
    text: str,
    *,
    on: date,
    allow_synthetic: Synthetic = Synthetic.REFUSED,
    law: Dated[IdentityNumberRule] = IDENTITY_NUMBERS,
) -> str:
    """Return the eleven digits of a birth, D, H or synthetic number; raises Invalid.

    Nothing else is read from the number: not gender, not century, not age.
    """
    digits = text.strip()
    if not re.fullmatch(r"[0-9]{11}", digits):
        raise _invalid(
            "identity-number-malformed",
            nb="Et fødselsnummer eller D-nummer har elleve sifre.",
            en="A birth number or D number has eleven digits.",
        )
    _refuse_impossible_day(digits)
    if _is_synthetic(digits) and allow_synthetic is not Synthetic.ALLOWED:
        raise _invalid(
            "identity-number-synthetic",
            nb="Dette er et oppdiktet nummer fra testregisteret; det brukes bare i prøver.",
            en="This is an invented number from the test register; it is for trials only.",
        )
    _refuse_wrong_check_digits(digits, law.on(on).value)
    return digits


def _refuse_impossible_day(digits: str) -> None:
    """Twenty-nine February always passes: the century would have to be guessed."""
    day = int(digits[:2]) % _ASSIGNED_DAYS
    month = int(digits[2:4])
    month -= _SYNTHETIC_MONTHS if _is_synthetic(digits) else 0
    month -= _ASSISTING_MONTHS if month > _ASSISTING_MONTHS else 0
    days = monthrange(_A_LEAP_YEAR, month)[1] if month in range(1, 13) else 0
    if day not in range(1, days + 1):
        raise _invalid(
            "identity-number-no-such-day",
            nb="De fire første sifrene er ingen dag i året.",
            en="The first four digits are no day of the year.",
        )


def _refuse_wrong_check_digits(digits: str, rule: IdentityNumberRule) -> None:
    first, second = _left_over(digits, _FIRST_WEIGHTS), _left_over(digits, _SECOND_WEIGHTS)
    if first not in rule.first_check_leaves or second:
        raise _invalid(
            "identity-number-check-digits",
            nb="Kontrollsifrene stemmer ikke; se etter en tastefeil.",
            en="The check digits do not fit; look for a typing error.",
        )


def _left_over(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def _is_synthetic(digits: str) -> bool:
    return int(digits[2:4]) > _SYNTHETIC_MONTHS


def _invalid(code: str, *, nb: str, en: str) -> Invalid:
    return Invalid(code, nb=nb, en=en, rule="L-FNR-01", field="identityNumber")
