"""A change to the appellant's detriment is told within three months of the appeal (§ 34; § 68)."""

from __future__ import annotations

from datetime import date

from domain.calendar.periods import period
from domain.law.book import LawBook
from domain.law.party_rights import party_rights
from domain.proceedings import refusals
from domain.proceedings.appeal import Appeal, Outcome
from domain.proceedings.governing import appeal_governed_on
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Decided, Ruling, Source
from domain.shared.citation import Citation
from domain.shared.refusals import Invalid

HELD_RIGHT = (Decided.GRANTED, Decided.PARTLY_GRANTED)


def refuse_late_detriment(
    proceeding: Proceeding, ruling: Ruling, *, on: date, law: LawBook
) -> None:
    """Raise RuleBroken for a notice of a change to the appellant's detriment sent too late."""
    if ruling.source is not Source.HEARD or ruling.appeal is None:
        return
    appeal = proceeding.appeals.appeal(ruling.appeal)
    if appeal.decided and appeal.decided.to_detriment:
        refuse_untimely(proceeding, appeal, on=on, law=law)


def refuse_untimely(proceeding: Proceeding, appeal: Appeal, *, on: date, law: LawBook) -> None:
    """Raise RuleBroken once no notice of a change to the detriment can be sent in time."""
    if _other_well_founded(proceeding, appeal):
        return
    governed_on = appeal_governed_on(proceeding, appeal, on)
    received = appeal.filed.received_on
    latest = period("detriment_notice", received, law, governed_on=governed_on).last_day
    assert latest
    if on > latest:
        raise refusals.broken(
            "L-FVL-09",
            party_rights(law, governed_on).detriment,
            nb=f"Melding om en endring til skade for klageren må være sendt senest {latest}, tre "
            "måneder etter at klagen kom inn.",
            en="Notice of a change to the appellant's detriment must have been sent by "
            f"{latest}, three months after the appeal came in.",
        )


def detriment_to_be_said(basis: Citation) -> Invalid:
    return Invalid(
        "detriment-to-be-said",
        nb="Vedtaket ga klageren noe. Si i «toDetriment» om det er til skade for klageren at det "
        "oppheves; er det det, må melding være sendt innen tre måneder.",
        en="The decision gave the appellant something. Say in 'toDetriment' whether quashing it is "
        "to their detriment; if it is, notice must have been sent within three months.",
        rule="L-FVL-09",
        basis=(basis,),
        field="toDetriment",
    )


def refuse_contradiction(
    outcome: Outcome, result: Decided | None, *, was: str | None, to_detriment: bool, own: bool
) -> None:
    """Raise Invalid for a change that changes nothing, and for a detriment there cannot be.

    ``was``: what the decision came to that the appeal is against; ``own``: whether it is its party
    who appealed.
    """
    if result is Decided.REFUSED and was == Decided.REFUSED:
        raise Invalid(
            "nothing-changed",
            nb="Vedtaket er avslag fra før; skal det bli stående, stadfestes det.",
            en="The decision is a refusal already; if it is to stand, it is upheld.",
            field="result",
        )
    good = outcome is Outcome.UPHELD or (own and result is Decided.GRANTED)
    if to_detriment and good:
        raise Invalid(
            "no-detriment",
            nb="Det er ikke til skade for klageren at vedtaket stadfestes, eller at søknaden "
            "innvilges; svar nei.",
            en="It is not to the appellant's detriment that the decision is upheld, or that the "
            "application is granted; answer no.",
            rule="L-FVL-09",
            field="toDetriment",
        )


def _other_well_founded(proceeding: Proceeding, appeal: Appeal) -> bool:
    """Return whether the appeal of another appellant was found to be right (section 34).

    The party's is where the party holds a right after it; another's may have been against one.
    """
    party = proceeding.be_open().party
    return any(
        _well_founded(other, own=other.filed.appellant == party)
        for other in proceeding.appeals.by_id.values()
        if other.filed.appellant != appeal.filed.appellant
    )


def _well_founded(other: Appeal, *, own: bool) -> bool:
    decided = other.decided
    if decided is None or decided.to_detriment or decided.result is None:
        return False
    return not own or decided.result in HELD_RIGHT
