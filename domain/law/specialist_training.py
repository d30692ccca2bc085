"""The specialist training regulation (spesialistforskriften): guidance, supervision, assessment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence

ACT = "spesialistforskriften"
GENERAL_PRACTICE = "allmennmedisin"

DIRECTORATE_PAGES = Citation(
    act="Helsedirektoratet: spesialistutdanning i allmennmedisin", section=""
)

NEW_SCHEME = date(2019, 3, 1)
"""The day parts 2 and 3 of the training came under the regulation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRule:
    """Whose recommendations are obtained before a learning goal is assessed."""

    supervisors: int
    clinical_supervisors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorRule:
    """Which specialty the individual supervisor (veileder) must be approved in.

    Whether in special cases a doctor of great experience may do, without anybody being asked,
    was proposed and not adopted.
    """

    specialty: str
    or_experienced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorExemptionRule:
    """Whether the Directorate may exempt for a limited time, if the establishment applies."""

    time_limited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorDuringStayRule:
    """From how many months a stay outside the establishment is long.

    The supervisor may have another specialty then; the law gives no number.
    """

    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRule:
    """What must be reached before a post in part 2 or 3 is taken up."""

    part_one_goals_reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryExceptionRule:
    """Whether goals of part one may be missing for the reason the exception is of.

    Some are to be reached during the training; of those the requirement is lifted for, none is.
    """

    part_one_goals_may_be_missing: bool
    reached_during_training: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginningRule:
    """How soon after the start a supervisor is invited, and the individual plan is agreed to.

    The law says the plan is drawn up, and no number.
    """

    months_to_invite: int
    days_to_plan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRule:
    """Whether the training must be attached to a registered establishment."""

    registered_establishment: bool


ASSESSMENT = Dated(
    "assessment",
    Version(
        in_force_from=NEW_SCHEME,
        value=AssessmentRule(supervisors=1, clinical_supervisors=1),
        citation=Citation(act=ACT, section="26", paragraph=1, sentence=2),
    ),
)

SUPERVISOR = Dated(
    "supervisor",
    Version(
        in_force_from=NEW_SCHEME,
        value=SupervisorRule(specialty=GENERAL_PRACTICE),
        citation=Citation(act=ACT, section="25", paragraph=3, sentence=2),
    ),
)

SUPERVISOR_EXEMPTION = Dated(
    "supervisor exemption",
    Version(
        in_force_from=NEW_SCHEME,
        value=SupervisorExemptionRule(time_limited=True),
        citation=Citation(act=ACT, section="25", paragraph=4),
    ),
)

SUPERVISOR_DURING_STAY = Dated(
    "supervisor during a stay elsewhere",
    Version(
        in_force_from=date(2022, 9, 1),
        value=SupervisorDuringStayRule(months=3),
        citation=Citation(
            act=ACT, section="25", paragraph=3, sentence=3, amended_by="FOR-2022-08-26-1512"
        ),
        confidence=Confidence.C,
    ),
)

ENTRY = Dated(
    "entry",
    Version(
        in_force_from=NEW_SCHEME,
        value=EntryRule(part_one_goals_reached=True),
        citation=Citation(act=ACT, section="18", paragraph=1, sentence=1),
    ),
)

ENTRY_AFTER_FOREIGN_TRAINING = Dated(
    "entry after training abroad",
    Version(
        in_force_from=NEW_SCHEME,
        value=EntryExceptionRule(part_one_goals_may_be_missing=True),
        citation=Citation(act=ACT, section="18", paragraph=1, sentence=2),
    ),
)

ENTRY_AFTER_COVID_19 = Dated(
    "entry with gaps from covid-19",
    Version(
        in_force_from=date(2020, 6, 17),
        value=EntryExceptionRule(part_one_goals_may_be_missing=True),
        citation=Citation(
            act=ACT, section="18", paragraph=3, sentence=1, amended_by="FOR-2020-06-17-1211"
        ),
    ),
)

# For those in training on 1 March 2019 and authorised on a basic education in another EEA country.
ENTRY_WITH_EEA_EDUCATION = Dated(
    "entry with an education from the EEA",
    Version(
        in_force_from=NEW_SCHEME,
        value=EntryExceptionRule(part_one_goals_may_be_missing=True, reached_during_training=False),
        citation=Citation(act=ACT, section="37", paragraph=4),
    ),
)

BEGINNING = Dated(
    "beginning",
    Version(
        in_force_from=NEW_SCHEME,
        value=BeginningRule(months_to_invite=1, days_to_plan=60),
        citation=Citation(act=ACT, section="25", paragraph=1, letter="a"),
        confidence=Confidence.C,
    ),
)

REGISTRATION = Dated(
    "registration",
    Version(
        in_force_from=NEW_SCHEME,
        value=RegistrationRule(registered_establishment=True),
        citation=Citation(act=ACT, section="19", paragraph=2, sentence=1),
    ),
)

AUTHORISED_FIRST = Citation(act=ACT, section="2", paragraph=1)
INDIVIDUAL_PLAN = Citation(act=ACT, section="25", paragraph=1, letter="a")
INDIVIDUAL_SUPERVISOR = Citation(act=ACT, section="25", paragraph=1, letter="d")
SERVICE_CONFIRMED = Citation(act=ACT, section="25", paragraph=1, letter="e")
PROGRAMME_CONTENTS = Citation(act=ACT, section="23", paragraph=1, letter="d")
PROGRAMME_DUTIES = {
    "paths": Citation(act=ACT, section="23", paragraph=1, letter="a"),
    "activities": Citation(act=ACT, section="23", paragraph=1, letter="b"),
    "responsibility": Citation(act=ACT, section="23", paragraph=1, letter="c"),
}
CHANGES_TOLD = Citation(act=ACT, section="28", paragraph=1)
REGISTERED_FROM_APPLICATION = Citation(act=ACT, section="21", paragraph=3)
NEW_ASSESSMENT = Citation(act=ACT, section="26", paragraph=2)
CONTINUOUS_ASSESSMENT = Citation(act=ACT, section="26", paragraph=1, sentence=1)
GOALS = Citation(act=ACT, section="2", paragraph=7, sentence=1)
COMMON_GOALS_CHANGED = Citation(act=ACT, section="2", annex="2 A", amended_by="FOR-2025-01-24-114")
