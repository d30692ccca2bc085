"""How a plan begins: whose it is, where, from which day, on which arenas."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import assert_never, get_args

from domain.law.specialist_training import INDIVIDUAL_PLAN
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed


class EmploymentModel(StrEnum):
    """The three ways a trainee GP works (R-DEF-01)."""

    SELF_EMPLOYED_GP = "self-employed-gp"
    SALARIED_GP = "salaried-gp"
    SALARIED_OUTSIDE_LIST = "salaried-outside-list"


class PartOneException(StrEnum):
    """Why goals of part one may be missing at the start (sections 18 and 37)."""

    FOREIGN_TRAINING = "foreign-training"
    COVID_19 = "covid-19"
    EEA_EDUCATION = "eea-education"


class PlanOpened(Fact, frozen=True, kw_only=True, tag="plan.opened"):
    """A doctor's training plan was opened at an establishment."""

    doctor: Id
    organisation: Id
    employment_model: str
    starts_on: date
    part_one_completed_on: date | None
    part_one_exception: str | None
    opened_by: Id
    opened_on: date
    seen: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    justification: Confidential | None = None


class ArenasPlanned(Fact, frozen=True, kw_only=True, tag="plan.arenas-planned"):
    """Doctor, supervisor or leader settled which arenas the training will use."""

    arenas: tuple[str, ...]
    planned_by: Id
    planned_on: date


OpeningFact = PlanOpened | ArenasPlanned


@dataclass(slots=True)
class Opening:
    """Whose plan it is, and the arenas it uses, as the facts so far leave it."""

    opened: PlanOpened | None = None
    opened_at: int | None = None
    arenas: tuple[str, ...] = ()
    arenas_planned_at: list[int] = field(default_factory=list)

    # acts

    def refuse_if_open(self) -> None:
        if self.opened:
            raise NotAllowed(
                "already-open",
                nb="Legen har allerede en utdanningsplan i denne virksomheten.",
                en="The doctor already has a training plan at this establishment.",
                rule="R-PLN-01",
                basis=(INDIVIDUAL_PLAN,),
            )

    def plan_arenas(
        self, arenas: tuple[str, ...], *, offered: frozenset[str], by: Id, on: date
    ) -> ArenasPlanned:
        """Settle the arenas; ``offered`` are those the establishment has open on the day."""
        if not arenas:
            raise Invalid(
                "no-arenas",
                nb=f"Velg minst én læringsarena; åpne er {', '.join(sorted(offered))}.",
                en=f"Choose at least one arena; open are {', '.join(sorted(offered))}.",
                rule="R-PLN-01",
                field="arenas",
            )
        if missing := sorted(set(arenas) - offered):
            raise NotAllowed(
                "arena-not-open",
                nb=f"Virksomheten har ingen åpen læringsarena {', '.join(missing)} den {on}; "
                f"åpne er {', '.join(sorted(offered))}.",
                en=f"The establishment has no open arena {', '.join(missing)} on {on}; "
                f"open are {', '.join(sorted(offered))}.",
                rule="R-PLN-01",
                field="arenas",
            )
        return ArenasPlanned(arenas=tuple(dict.fromkeys(arenas)), planned_by=by, planned_on=on)

    # questions

    def refuse_before_start(self, day: date, *, field: str) -> None:
        """Raise NotAllowed for what was done before the training began."""
        if self.opened and day < self.opened.starts_on:
            raise NotAllowed(
                "before-the-training",
                nb=f"{day} er før spesialiseringen startet {self.opened.starts_on}.",
                en=f"{day} is before the training started on {self.opened.starts_on}.",
                rule="R-DEF-02",
                field=field,
            )

    # effects

    def effects(self) -> Effects:
        return dict.fromkeys(get_args(OpeningFact), self.apply)

    def apply(self, fact: OpeningFact, at: int) -> None:
        match fact:
            case PlanOpened():
                self.opened, self.opened_at = fact, at
            case ArenasPlanned():
                self.arenas = fact.arenas
                self.arenas_planned_at.append(at)
            case _:
                assert_never(fact)
