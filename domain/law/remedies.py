"""What can be done against a decision, and who hears it: the regulation's section 35, and 26."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.law.administration import ACT as ADMINISTRATION_ACT
from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.findings import Confidence
from domain.shared.texts import Text


class DecisionKind(StrEnum):
    """What is decided around a training that somebody may not agree with."""

    GOAL_OUTCOME = "goal-outcome"
    SPECIALIST_APPROVAL = "specialist-approval"
    RECOGNITION_OF_GOALS = "recognition-of-goals"
    SUPERVISOR_EXEMPTION = "supervisor-exemption"
    HALF_TIME_EXEMPTION = "half-time-exemption"
    REGISTRATION = "registration"
    ESTABLISHMENT_APPROVAL = "establishment-approval"
    SERVICE_RECOGNITION = "service-recognition"
    POINTS = "points"
    MUNICIPAL = "municipal-decision"


class Remedy(StrEnum):
    """The way to go against a decision; where the law is not settled a person shows it."""

    APPEAL = "appeal"
    NEW_ASSESSMENT = "new-assessment"
    A_PERSON_DECIDES = "a-person-decides"
    # What the appeal body decides of an appeal (forvaltningsloven section 28, third paragraph).
    FINAL = "final"


class Instance(StrEnum):
    """Those who decide, and those who hear appeals."""

    ESTABLISHMENT = "establishment"
    DIRECTORATE = "directorate"
    COUNTY_GOVERNOR = "county-governor"
    HELSEKLAGE = "helseklage"
    PERSONNEL_BOARD = "personnel-board"
    MUNICIPAL_APPEALS = "municipal-appeal-body"


INSTANCE_NAMES = {
    Instance.ESTABLISHMENT: Text(nb="virksomheten", en="the establishment"),
    Instance.DIRECTORATE: Text(nb="Helsedirektoratet", en="the Directorate of Health"),
    Instance.COUNTY_GOVERNOR: Text(nb="statsforvalteren", en="the county governor"),
    Instance.HELSEKLAGE: Text(nb="Helseklage", en="Helseklage"),
    Instance.PERSONNEL_BOARD: Text(
        nb="Statens helsepersonellnemnd", en="the National Board for Health Personnel"
    ),
    Instance.MUNICIPAL_APPEALS: Text(
        nb="kommunens klageorgan", en="the municipality's appeal body"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyRule:
    """Who decides, the way to go against it, and the body that hears it if one is settled."""

    decided_by: Instance
    remedy: Remedy
    heard_by: Instance | None


def _by_directorate(letter: str, heard_by: Instance, *, paragraph: int) -> Version[RemedyRule]:
    return Version(
        in_force_from=NEW_SCHEME,
        value=RemedyRule(decided_by=Instance.DIRECTORATE, remedy=Remedy.APPEAL, heard_by=heard_by),
        citation=Citation(act=ACT, section="35", paragraph=paragraph, letter=letter),
    )


def _of_board(letter: str) -> Version[RemedyRule]:
    return _by_directorate(letter, Instance.PERSONNEL_BOARD, paragraph=1)


def _of_helseklage(letter: str) -> Version[RemedyRule]:
    return _by_directorate(letter, Instance.HELSEKLAGE, paragraph=2)


# That a goal not achieved leads to a new assessment is law; that it is no decision to appeal
# follows from its not being listed, which somebody may still dispute (AMB-29).
GOAL_OUTCOME_REMEDY = Dated(
    "remedy against a goal outcome",
    Version(
        in_force_from=NEW_SCHEME,
        value=RemedyRule(
            decided_by=Instance.ESTABLISHMENT,
            remedy=Remedy.NEW_ASSESSMENT,
            heard_by=Instance.COUNTY_GOVERNOR,
        ),
        citation=Citation(act=ACT, section="26", paragraph=2),
    ),
)
SPECIALIST_APPROVAL_REMEDY = Dated("remedy against a refused approval", _of_board("a"))
RECOGNITION_REMEDY = Dated("remedy against goals not recognised", _of_board("b"))
SUPERVISOR_EXEMPTION_REMEDY = Dated("remedy against a refused exemption", _of_helseklage("h"))
# What letter a names was repealed from 2025, and the reference stands: it leads nowhere (AMB-43).
HALF_TIME_REMEDY = Dated(
    "remedy against half time required",
    _of_helseklage("a"),
    Version(
        in_force_from=date(2025, 1, 1),
        value=RemedyRule(
            decided_by=Instance.DIRECTORATE, remedy=Remedy.A_PERSON_DECIDES, heard_by=None
        ),
        citation=Citation(act=ACT, section="35", paragraph=2, letter="a"),
        confidence=Confidence.C,
    ),
)
ESTABLISHMENT_REMEDY = Dated("remedy against an establishment refused", _of_helseklage("j"))
REGISTRATION_REMEDY = Dated("remedy against a refused registration", _of_helseklage("k"))
# Whether what a municipality decides of a training is a decision at law is not settled (AMB-40).
MUNICIPAL_REMEDY = Dated(
    "remedy against a municipal decision",
    Version(
        in_force_from=NEW_SCHEME,
        value=RemedyRule(
            decided_by=Instance.ESTABLISHMENT,
            remedy=Remedy.A_PERSON_DECIDES,
            heard_by=Instance.MUNICIPAL_APPEALS,
        ),
        citation=Citation(act=ADMINISTRATION_ACT, section="28", paragraph=2, sentence=1),
        confidence=Confidence.C,
    ),
)

OF_ESTABLISHMENTS = frozenset(
    {
        DecisionKind.SUPERVISOR_EXEMPTION,
        DecisionKind.HALF_TIME_EXEMPTION,
        DecisionKind.REGISTRATION,
        DecisionKind.ESTABLISHMENT_APPROVAL,
    }
)
"""What is decided of an establishment, or on its application; the rest is of a doctor."""

RULE_OF = {
    DecisionKind.GOAL_OUTCOME: "goal_outcome_remedy",
    DecisionKind.SPECIALIST_APPROVAL: "specialist_approval_remedy",
    DecisionKind.RECOGNITION_OF_GOALS: "recognition_remedy",
    DecisionKind.SUPERVISOR_EXEMPTION: "supervisor_exemption_remedy",
    DecisionKind.HALF_TIME_EXEMPTION: "half_time_remedy",
    DecisionKind.ESTABLISHMENT_APPROVAL: "establishment_remedy",
    DecisionKind.REGISTRATION: "registration_remedy",
    DecisionKind.SERVICE_RECOGNITION: "municipal_remedy",
    DecisionKind.MUNICIPAL: "municipal_remedy",
}
"""The rule of the law book that says what can be done; points have none that was found."""
