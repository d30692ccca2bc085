"""What is known about a decision when somebody asks until when it can be appealed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from domain.law.book import LawBook
from domain.law.digital_notices import Arrives
from domain.shared.days import FIRST_DAY, LAST_DAY, can_be_meant
from domain.shared.refusals import Invalid


class Channel(StrEnum):
    """How a notice, or an appeal, is given."""

    LETTER = "letter"
    DIGITAL = "digital"


class ArrivalBasis(StrEnum):
    """What the day of arrival rests on; an estimate never turns an appeal away (AMB-51)."""

    DIGITAL = "digital"
    RECEIPT = "receipt"
    PARTY_STATEMENT = "party-statement"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealQuestion:
    """Until when can this be appealed? Days only; None is what is not known, or never happened."""

    arrived: date | None = None
    channel: Channel = Channel.LETTER
    arrival_basis: ArrivalBasis | None = None
    available: date | None = None
    alerted: date | None = None
    representative_arrived: date | None = None
    decided: date | None = None
    defective: bool = False
    reasons_demanded: date | None = None
    reasons_arrived: date | None = None
    extended_on: date | None = None
    extended_until: date | None = None

    @property
    def governed_on(self) -> date | None:
        """Return the day that chooses the act: the decision's, or the first known after it."""
        first = (self.arrived, self.available, self.alerted, self.representative_arrived)
        return self.decided or min((day for day in first if day), default=None)


def check(asked: AppealQuestion, law: LawBook) -> date:
    """Return the day that chooses the act; raises Invalid where the days cannot be as told."""
    for field in fields(asked):
        day = getattr(asked, field.name)
        if isinstance(day, date) and not can_be_meant(day):
            raise _wrong(
                "day-not-meant",
                field.name,
                nb=f"{day} er ikke en dag fra {FIRST_DAY} til {LAST_DAY}.",
                en=f"{day} is not a day from {FIRST_DAY} to {LAST_DAY}.",
            )
    governed_on = asked.governed_on
    digital = asked.channel is Channel.DIGITAL
    reached = digital or asked.arrived or asked.representative_arrived
    if governed_on is None or not reached:
        raise _wrong(
            "arrival-missing",
            "arrived",
            rule="L-FVL-01",
            nb="Oppgi når underretningen kom fram til parten eller fullmektigen.",
            en="State when the notice reached the party or the representative.",
        )
    if digital:
        _check_digital(asked, law, governed_on)
    else:
        _check_letter(asked)
    _check_order(asked)
    return governed_on


ENTERED = {
    "arrived": "arrivedOn",
    "available": "availableOn",
    "alerted": "alertedOn",
    "representativeArrived": "representativeArrivedOn",
}
"""What the days of an arrival are called where it is entered, by what a question calls them."""


@contextmanager
def of_arrival() -> Iterator[None]:
    """Have what is refused of a question name the day as it is called where it is entered."""
    try:
        yield
    except Invalid as refused:
        refused.field = ENTERED.get(refused.field or "", refused.field)
        raise


def _check_digital(asked: AppealQuestion, law: LawBook, governed_on: date) -> None:
    rule = law.digital_notice.on(governed_on)
    if asked.alerted is None:
        raise Invalid(
            "alert-missing",
            nb="Digital underretning har ikke kommet fram før det er sendt varsel om den; oppgi "
            "når varselet ble sendt.",
            en="A digital notice has not arrived before an alert of it is sent; state when the "
            "alert was sent.",
            rule="L-EFV-01",
            basis=(rule.citation,),
            field="alerted",
        )
    if asked.available is None and rule.value.arrives is Arrives.AVAILABLE_AND_ALERTED:
        raise Invalid(
            "availability-missing",
            nb="Oppgi når vedtaket ble gjort tilgjengelig; fristen løper når det er tilgjengelig "
            "og varslet.",
            en="State when the decision was made available; the period starts when it is "
            "available and alerted.",
            rule="L-EFV-01",
            basis=(rule.citation,),
            field="available",
        )
    arrived = digital_arrival(asked.available, asked.alerted, rule.value.arrives)
    if asked.arrived and asked.arrived != arrived:
        raise Invalid(
            "arrival-contradicted",
            nb=f"Etter tilgjengelig og varslet dag kom underretningen fram {arrived}, ikke "
            f"{asked.arrived}.",
            en=f"By the days it was available and alerted the notice arrived on {arrived}, not "
            f"{asked.arrived}.",
            rule="L-EFV-01",
            basis=(rule.citation,),
            field="arrived",
        )


def _check_letter(asked: AppealQuestion) -> None:
    told = {
        "available": asked.available is not None,
        "alerted": asked.alerted is not None,
        "arrival_basis": asked.arrival_basis is ArrivalBasis.DIGITAL,
    }
    if digital := [field for field, is_told in told.items() if is_told]:
        raise _wrong(
            "not-a-digital-notice",
            digital[0],
            rule="L-EFV-01",
            nb="Dette gjelder bare digital underretning; velg kanalen digital.",
            en="This is of digital notices only; choose the channel digital.",
        )


def digital_arrival(available: date | None, alerted: date, arrives: Arrives) -> date:
    """Return the day a digital notice has arrived."""
    both = arrives is Arrives.AVAILABLE_AND_ALERTED and available is not None
    return max(available, alerted) if both and available else alerted


def _check_order(asked: AppealQuestion) -> None:
    """Refuse what cannot have come before what it follows, and halves of what belongs together."""
    for later, earlier in (
        ("arrived", "decided"),
        ("available", "decided"),
        ("alerted", "decided"),
        ("representative_arrived", "decided"),
        ("reasons_demanded", "decided"),
        ("extended_on", "decided"),
        ("reasons_arrived", "reasons_demanded"),
        ("extended_until", "extended_on"),
    ):
        first, then = getattr(asked, earlier), getattr(asked, later)
        if first and then and then < first:
            raise _wrong(
                "days-out-of-order",
                later,
                nb=f"{then} er før {first}, dagen det kom etter.",
                en=f"{then} is before {first}, the day it came after.",
            )
    for lacking, told in (
        ("reasons_demanded", "reasons_arrived"),
        ("extended_on", "extended_until"),
        ("extended_until", "extended_on"),
    ):
        if getattr(asked, told) and not getattr(asked, lacking):
            raise _wrong(
                "day-missing",
                lacking,
                rule="L-FVL-03" if lacking == "reasons_demanded" else "L-FVL-04",
                nb="Oppgi også denne dagen; uten den betyr den andre ingenting.",
                en="State this day too; without it the other means nothing.",
            )


def _wrong(code: str, field: str, *, nb: str, en: str, rule: str | None = None) -> Invalid:
    first, *rest = field.split("_")
    camel = first + "".join(word.capitalize() for word in rest)
    return Invalid(code, nb=nb, en=en, rule=rule, field=camel)
