"""An official whose own matter a case is, or who speaks for its party, does not handle it."""

from __future__ import annotations

from datetime import date

from application.access import Act
from application.actors import Actor
from application.proceedings.about import About
from domain.law.administration import Regime
from domain.law.impartial_places import OF_ACT, Partiality
from domain.proceedings.proceeding import Proceeding
from domain.shared.refusals import NotPermitted

OFFICIALS_ACTS = frozenset(
    {
        Act.CONDUCT_PROCEEDING,
        Act.HEAR_APPEAL,
        Act.DECIDE_IMPARTIALITY,
        Act.REVIEW_AS_SUPERIOR,
    }
)


def refuse_own_case(
    about: About, case: Proceeding, act: Act, actor: Actor, *, today: date, regime: Regime
) -> None:
    """Raise NotPermitted to an official who is the party, leads or represents it (§ 6; § 26)."""
    if act not in OFFICIALS_ACTS:
        return
    if actor.person in about.people(today):
        raise own_case(regime)
    opened = case.be_open()
    # One who spoke for the party after the case began stays disqualified.
    if about.represented_by(actor.person, opened.received_on or opened.opened_on):
        raise NotPermitted(
            "represents-the-party",
            nb="Den som er, eller i saken har vært, partens fullmektig, behandler den ikke; en "
            "annen må gjøre det.",
            en="One who is the party's representative, or was in the case, does not handle it; "
            "another has to.",
            rule="L-FVL-15",
            basis=OF_ACT[regime].grounds[Partiality.REPRESENTATIVE],
            field="Acting-As",
        )


def own_case(regime: Regime) -> NotPermitted:
    """Return the refusal to an official, or an auditor, whose own case it is."""
    return NotPermitted(
        "own-case",
        nb="Ingen behandler sin egen sak; en annen må gjøre det.",
        en="Nobody handles their own case; another has to.",
        rule="L-FVL-15",
        basis=(OF_ACT[regime].party,),
        field="Acting-As",
    )
