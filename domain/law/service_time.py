"""The specialist training regulation: how long the training takes, and how service is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.law.specialist_training import ACT, DIRECTORATE_PAGES, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version
from domain.shared.findings import Confidence

AMENDED_2019 = "FOR-2019-06-21-854"
AMENDED_2024 = "FOR-2024-12-16-3129"
ADOPTED_2024 = date(2024, 12, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRule:
    """How many years of full time parts 2 and 3 of the training take; part time takes longer."""

    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOneRule:
    """How many years of the training part one takes, in hospital and then in a municipality."""

    years: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class EssentialPartRule:
    """The share of the service of which more is to be tied to a registered establishment.

    The law says the essential part and gives no number.
    """

    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPracticeRule:
    """How many years of full time are to be in open unselected general practice."""

    years: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPracticeFloorRule:
    """The smallest post, in per cent of full time, that counts as open unselected practice."""

    percentage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPracticeExemptionRule:
    """Whether the Directorate may exempt from the smallest post in open unselected practice."""

    possible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCapsRule:
    """How many years of full time of each sort can count."""

    general_practice: Decimal
    other_general_practice: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionRule:
    """How many years of service in an institution are recommended."""

    years: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSpecialtyRule:
    """How many months of training in another specialty, or abroad, can count."""

    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedServiceRule:
    """Whether only service the establishment has confirmed is counted."""

    only_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTimeRule:
    """Whether service in part time counts for its share of full time."""

    shortened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRule:
    """Which share of parts 2 and 3 a doctor may be absent before absence is deducted.

    Courses and ordinary holiday are no absence.
    """

    share: Decimal


def _training(paragraph: int, sentence: int | None = None) -> Citation:
    return Citation(act=ACT, section="2", paragraph=paragraph, sentence=sentence)


# The section says six and a half years, of which part one takes one and a half.
SERVICE = Dated(
    "service",
    Version(in_force_from=NEW_SCHEME, value=ServiceRule(years=5), citation=_training(1)),
)

PART_ONE = Dated(
    "part one",
    Version(
        in_force_from=NEW_SCHEME, value=PartOneRule(years=Decimal("1.5")), citation=_training(2, 1)
    ),
)

ESSENTIAL_PART = Dated(
    "essential part",
    Version(
        in_force_from=NEW_SCHEME,
        value=EssentialPartRule(share=Decimal("0.5")),
        citation=_training(6, 2),
        confidence=Confidence.C,
    ),
)

OPEN_PRACTICE = Dated(
    "open practice",
    Version(
        in_force_from=NEW_SCHEME, value=OpenPracticeRule(years=Decimal(2)), citation=_training(4, 1)
    ),
)

OPEN_PRACTICE_FLOOR = Dated(
    "open practice floor",
    Version(
        in_force_from=NEW_SCHEME,
        value=OpenPracticeFloorRule(percentage=50),
        citation=Citation(act=ACT, section="8", paragraph=4, sentence=4),
    ),
    Repeal(
        in_force_from=date(2025, 1, 1),
        announced_on=ADOPTED_2024,
        citation=Citation(act=ACT, section="8", paragraph=4, amended_by=AMENDED_2024),
    ),
)

OPEN_PRACTICE_EXEMPTION = Dated(
    "open practice exemption",
    Version(
        in_force_from=NEW_SCHEME,
        value=OpenPracticeExemptionRule(possible=True),
        citation=Citation(act=ACT, section="8", paragraph=4, sentence=5),
    ),
    Repeal(
        in_force_from=date(2025, 1, 1),
        announced_on=ADOPTED_2024,
        citation=Citation(act=ACT, section="8", paragraph=4, amended_by=AMENDED_2024),
    ),
)

SERVICE_CAPS = Dated(
    "service caps",
    Version(
        in_force_from=NEW_SCHEME,
        value=ServiceCapsRule(
            general_practice=Decimal("4.5"), other_general_practice=Decimal("2.5")
        ),
        citation=DIRECTORATE_PAGES,
        confidence=Confidence.B,
    ),
)

INSTITUTION = Dated(
    "institution",
    Version(
        in_force_from=NEW_SCHEME,
        value=InstitutionRule(years=Decimal("0.5")),
        citation=DIRECTORATE_PAGES,
        confidence=Confidence.B,
    ),
)

OTHER_SPECIALTY = Dated(
    "other specialty",
    Version(
        in_force_from=NEW_SCHEME,
        value=OtherSpecialtyRule(months=39),
        citation=Citation(act=ACT, section="31", paragraph=4, sentence=1),
    ),
    Version(
        in_force_from=date(2019, 6, 21),
        value=OtherSpecialtyRule(months=39),
        citation=Citation(act=ACT, section="31", paragraph=5, sentence=1, amended_by=AMENDED_2019),
    ),
    Version(
        in_force_from=date(2020, 3, 19),
        value=OtherSpecialtyRule(months=39),
        citation=Citation(
            act=ACT, section="31", paragraph=6, sentence=1, amended_by="FOR-2020-03-19-400"
        ),
    ),
)

CONFIRMED_SERVICE = Dated(
    "confirmed service",
    Version(
        in_force_from=NEW_SCHEME,
        value=ConfirmedServiceRule(only_confirmed=True),
        citation=Citation(act=ACT, section="31", paragraph=1),
    ),
)

PART_TIME = Dated(
    "part time",
    Version(
        in_force_from=NEW_SCHEME,
        value=PartTimeRule(shortened=True),
        citation=Citation(act=ACT, section="31", paragraph=2),
    ),
)

ABSENCE = Dated(
    "absence",
    Version(
        in_force_from=NEW_SCHEME,
        value=AbsenceRule(share=Decimal("0.10")),
        citation=Citation(act=ACT, section="31", paragraph=3, sentence=3),
    ),
    Version(
        in_force_from=date(2019, 6, 21),
        value=AbsenceRule(share=Decimal("0.10")),
        citation=Citation(act=ACT, section="31", paragraph=4, letter="c", amended_by=AMENDED_2019),
    ),
)
