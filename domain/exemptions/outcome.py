"""What a proceeding came to, as the exemption that was applied for has it.

The proceeding decides, notifies and hears; the exemption follows what it came to, each time. The
facts are those the Directorate's own decisions have, and say in which ruling it is stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.exemptions import refusals
from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import ExemptionRefused, ExemptionSetAside, ExemptionTakenUp
from domain.law.book import LawBook
from domain.law.exemptions import APPEALS, ExemptionKind
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

GIVING = frozenset({"granted", "partly-granted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionTerms:
    """For which days and plans it is granted; all the plans applied for if none are given."""

    first_day: date
    last_day: date | None = None
    plans: tuple[Id, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What a ruling came to: who made it, on which day, and where that is stated.

    ``was``: what the ruling before it came to.
    """

    proceeding: Id
    outcome: str
    by: Id
    on: date
    stated_in: str
    terms: ExemptionTerms | None
    was: str | None = None


def take_up(
    exemption: Exemption, proceeding: Id, *, organisation: Id, kind: str, on: date
) -> ExemptionTakenUp:
    """Let a proceeding decide the application; raises NotFound, Invalid or NotAllowed."""
    applied = exemption.be_applied_for()
    if applied.organisation != organisation:
        raise refusals.unknown_exemption()
    if applied.kind != kind:
        raise Invalid(
            "exemption-of-another-kind",
            nb="Søknaden gjelder et annet slags fritak; velg sakstypen som hører til det.",
            en="The application is for another kind of exemption; choose the kind of case of it.",
            rule=refusals.RULE,
            field="kind",
        )
    exemption.be_decided_here()
    if exemption.withdrawn or exemption.refused or exemption.granted:
        raise refusals.in_wrong_state("decided")
    return ExemptionTakenUp(proceeding=proceeding, taken_up_on=on)


def come_to(exemption: Exemption, came: Came, law: LawBook) -> tuple[Fact, ...]:
    """Return what a ruling does to the exemption; raises what a decision of it raises."""
    if came.terms and came.outcome not in GIVING:
        raise Invalid(
            "exemption-not-granted",
            nb="Dager og planer oppgis bare for et fritak som blir gitt; utelat «exemption».",
            en="Days and plans are stated only of an exemption that is granted; leave 'exemption' "
            "out.",
            rule=refusals.RULE,
            field="exemption",
        )
    found: list[Fact] = []

    def told(fact: Fact) -> None:
        exemption.apply(fact)
        found.append(fact)

    for fact in _undone(exemption, came, law):
        told(fact)
    if came.outcome in GIVING and exemption.granted is None:
        told(_granted(exemption, came, law))
    elif came.outcome == "refused" and exemption.refused is None:
        told(_refused(exemption, came, law))
    return tuple(found)


def _undone(exemption: Exemption, came: Came, law: LawBook) -> list[Fact]:
    """Return what undoes the decision before; nothing where the new one says the same."""
    if exemption.granted is None and exemption.refused is None:
        return []
    if came.outcome == "refused" and exemption.refused:
        return []
    if came.outcome == came.was and exemption.granted and came.terms is None:
        # It is granted still, for the days and plans it was; of what was given in part and is
        # now given in whole, or the other way, they are stated.
        return []
    facts: list[Fact] = []
    # What was granted ends that day, and keeps the days it has had.
    if exemption.granted and not exemption.revoked and came.on < exemption.last_day:
        facts.append(
            exemption.revoke(came.on, by=came.by, on=came.on, stated_in=came.stated_in, law=law)
        )
    facts.append(
        ExemptionSetAside(
            proceeding=came.proceeding,
            set_aside_by=came.by,
            set_aside_on=came.on,
            stated_in=came.stated_in,
        )
    )
    return facts


def _refused(exemption: Exemption, came: Came, law: LawBook) -> Fact:
    """Return the refusal; whoever applied has an answer also when nothing is left to give."""
    repealed = exemption.kind is ExemptionKind.HALF_TIME_PRACTICE and (
        law.open_practice_exemption.find(came.on) is None
    )
    if not repealed:
        return exemption.refuse(by=came.by, on=came.on, stated_in=came.stated_in, law=law)
    return ExemptionRefused(
        decided_by=came.by,
        decided_on=came.on,
        stated_in=came.stated_in,
        law=law.version,
        basis=(APPEALS,),
    )


def _granted(exemption: Exemption, came: Came, law: LawBook) -> Fact:
    if came.terms is None:
        raise refusals.broken(
            "Et fritak gis for bestemte dager: oppgi første og siste dag («exemption»).",
            "An exemption is granted for certain days: state the first and the last ('exemption').",
            refusals.basis_on(exemption.kind, came.on, law),
        )
    return exemption.grant(
        first_day=came.terms.first_day,
        last_day=came.terms.last_day,
        plans=came.terms.plans,
        by=came.by,
        on=came.on,
        stated_in=came.stated_in,
        law=law,
    )
