"""Prints docs/facts.md: every stored fact, what it says, and what it keeps."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from domain.bodies.facts import BodyFact
from domain.calendar.deadlines import Step
from domain.catalogue.arenas import Arena
from domain.exemptions.facts import ExemptionFact
from domain.exemptions.notice import NoticeFact
from domain.groups.facts import GroupFact
from domain.incoming.facts import IncomingFact
from domain.organisations.decisions import OrganisationDecisionFact
from domain.organisations.facts import OrganisationFact
from domain.plans.absences import AbsenceFact
from domain.plans.activities import ActivityFact
from domain.plans.comments import CommentFact
from domain.plans.common_goals import CommonGoalsChanged, Kept
from domain.plans.corrections import MarkFact
from domain.plans.courses import CourseFact
from domain.plans.decisions import PlanDecisionFact
from domain.plans.employment import EmploymentFact
from domain.plans.enforced import EnforcedFact
from domain.plans.evaluations import EstablishmentEvaluated, Score
from domain.plans.exemptions import PlanExemptionFact
from domain.plans.files import FileFact
from domain.plans.goals import GoalFact
from domain.plans.groups import PlanGroupFact
from domain.plans.guidance import GuidanceFact
from domain.plans.invitations import InvitationFact
from domain.plans.old_scheme import OldSchemeFact
from domain.plans.opening import OpeningFact
from domain.plans.outcomes import Heard
from domain.plans.panels import Member, PanelFact
from domain.plans.path import PathFact
from domain.plans.programme import ProgrammeFact, Rotation
from domain.plans.progression import ConcernFact
from domain.plans.reassessment import ReassessmentFact
from domain.plans.representatives import RepresentativeFact
from domain.plans.reviews import Present, ReviewHeld
from domain.plans.roles import RoleFact
from domain.plans.service import ServiceFact
from domain.plans.sharing import SharingFact
from domain.plans.visits import VisitFact
from domain.practitioners.facts import PractitionerFact
from domain.proceedings.access_facts import AccessFact
from domain.proceedings.appeal_facts import AppealFact
from domain.proceedings.aside_facts import AsideFact
from domain.proceedings.document_facts import DocumentFact
from domain.proceedings.facts import DecisionFact
from domain.proceedings.impartiality_facts import ImpartialityFact
from domain.proceedings.letter_facts import LetterFact
from domain.proceedings.preparation_facts import PreparationFact
from domain.proceedings.without_effect_facts import WithoutEffectFact
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen, tag_of
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.texts import Text

INTRODUCTION = """\
# What is recorded

Everything the program knows, it knows from the facts below. A fact is recorded once and never
changed; one that was wrong is marked so by a later fact. This page is printed by the tests from
the facts themselves (`make approve`).

* The **tag** is the name a fact is stored under; it never changes.
* A *sealed text* is free text about a person, encrypted with that person's key before it is
  stored. Only those who may read it ever see it opened.
* People and cases are random ids (*id*). Names and numbers of people are kept elsewhere.
* Who recorded a fact, in which role, when, and because of which command, stands on its envelope.
"""

PARTS: dict[str, Any] = {
    "The training plan: how it begins": OpeningFact,
    "The training plan: those around the doctor": RoleFact,
    "The training plan: representatives": RepresentativeFact,
    "The training plan: its versions": ProgrammeFact,
    "The training plan: employment": EmploymentFact,
    "The training plan: invitations": InvitationFact,
    "The training plan: its way": PathFact,
    "The training plan: the change of common goals": CommonGoalsChanged,
    "The training plan: evaluations": EstablishmentEvaluated,
    "The training plan: guidance": GuidanceFact,
    "The training plan: learning activities": ActivityFact,
    "The training plan: learning goals": GoalFact,
    "The training plan: corrections": MarkFact,
    "The training plan: courses": CourseFact,
    "The training plan: practice visits": VisitFact,
    "The training plan: group guidance": PlanGroupFact,
    "The training plan: exemptions": PlanExemptionFact,
    "The training plan: decisions": PlanDecisionFact,
    "The training plan: comments": CommentFact,
    "The training plan: attached files": FileFact,
    "The training plan: shared minutes": SharingFact,
    "The training plan: service": ServiceFact,
    "The training plan: the earlier scheme": OldSchemeFact,
    "The training plan: what the clock brought about": EnforcedFact,
    "The training plan: absences": AbsenceFact,
    "The training plan: new assessments": ReassessmentFact,
    "The training plan: half-yearly reviews": ReviewHeld,
    "The training plan: concerns about progression": ConcernFact,
    "The training plan: assessment panels": PanelFact,
    "The training establishment": OrganisationFact | OrganisationDecisionFact,
    "The practitioner": PractitionerFact,
    "The public body": BodyFact,
    "The guidance group": GroupFact,
    "The exemption": ExemptionFact,
    "The exemption: the notice of a refusal, and its days": NoticeFact,
    "The proceeding: before the decision": PreparationFact,
    "The proceeding: access to the documents": AccessFact,
    "The proceeding: impartiality": ImpartialityFact,
    "The proceeding: decision and notice": DecisionFact,
    "The proceeding: appeals": AppealFact,
    "The proceeding: letters": LetterFact,
    "The proceeding: acts beside an appeal": AsideFact,
    "The proceeding: its documents": DocumentFact,
    "The proceeding: what had no effect": WithoutEffectFact,
    "What comes in": IncomingFact,
}

WORDS: dict[Any, str] = {
    str: "word",
    int: "number",
    Decimal: "decimal number",
    bool: "yes or no",
    date: "day",
    datetime: "instant",
    Id: "id",
    Confidential: "sealed text",
}

VALUES: dict[type[Any], tuple[str, str, str]] = {
    Citation: (
        "citation",
        "citations",
        "A place in the law; `paragraph` is the law's *ledd*, `section` its *paragraf*.",
    ),
    Step: ("step", "steps", "A step of counting a deadline, and where it is said."),
    Finding: ("finding", "findings", "A condition that was not met."),
    Seen: ("fact seen", "facts seen", "A fact somebody leant on: its case, version and hash."),
    Heard: ("person heard", "people heard", "Somebody whose advice an outcome leans on."),
    Present: ("person present", "people present", "Somebody at a review, and as what."),
    Member: ("member", "members", "Somebody who sits in a panel, and as what."),
    Rotation: ("rotation", "rotations", "Time planned at one arena, and the goals of it."),
    Kept: ("approval kept", "approvals kept", "A former goal's approval, kept as evidence."),
    Score: ("score", "scores", "How one aspect was found, from 1 to 5."),
    Text: ("sentence", "sentences", "The same sentence in Norwegian and English."),
    Arena: ("arena", "arenas", "A place to learn, as the establishment describes it."),
}
"""What stands inside facts: one, several, and what it is."""


def facts_page() -> str:
    """Return the whole page."""
    return "\n".join((INTRODUCTION, *_chapters(), *_values()))


def _chapters() -> Iterator[str]:
    for title, facts in PARTS.items():
        yield f"## {title}\n"
        for kind in get_args(facts) or (facts,):
            yield _section(kind)


def _section(kind: type[Fact]) -> str:
    return f"### `{tag_of(kind)}`\n\n{kind.__doc__}\n\n{_table(kind)}"


def _values() -> Iterator[str]:
    yield "## Values inside facts\n"
    for value, (name, _, meaning) in VALUES.items():
        yield f"### {name.capitalize()}\n\n{meaning}\n\n{_table(value)}"


def _table(kind: type[Any]) -> str:
    defaults = _with_default(kind)
    hints = {name: hint for name, hint in get_type_hints(kind).items() if not name.startswith("_")}
    rows = [
        f"| `{name}` | {_said(hint)}{' (may be left out)' if name in defaults else ''} |"
        for name, hint in hints.items()
    ]
    return "\n".join(("| Field | Holds |", "|---|---|", *rows, ""))


def _with_default(kind: type[Any]) -> set[str]:
    if not issubclass(kind, msgspec.Struct):
        return set()
    return {field.name for field in msgspec.structs.fields(kind) if not field.required}


def _said(hint: Any) -> str:
    """Return a type in plain words."""
    if hint in WORDS:
        return WORDS[hint]
    inner = get_args(hint)
    if get_origin(hint) is tuple:
        return _several(inner[0])
    if get_origin(hint) in (Union, types.UnionType):
        said = [_said(part) for part in inner if part is not type(None)]
        return " or ".join((*said, *(["nothing"] if type(None) in inner else [])))
    if hint in VALUES:
        return f"[{VALUES[hint][0]}](#{VALUES[hint][0].replace(' ', '-')})"
    # The one word of a Literal, or all those of an Enum.
    return " or ".join(f"“{member}”" for member in inner or hint)


def _several(hint: Any) -> str:
    if hint in VALUES:
        return f"[{VALUES[hint][1]}](#{VALUES[hint][0].replace(' ', '-')})"
    return "words" if hint is str else f"one or more of {_said(hint)}"
