"""From which day the period to appeal runs, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.ambiguities import (
    ARRIVAL_UNKNOWN,
    SEVERAL_RECIPIENTS,
    WHICH_ACT,
    Ambiguity,
)
from domain.calendar.appeal_question import (
    AppealQuestion,
    ArrivalBasis,
    Channel,
    digital_arrival,
)
from domain.calendar.deadlines import Step
from domain.calendar.words import day_in_words
from domain.law.book import LawBook
from domain.law.digital_notices import Arrives
from domain.law.new_administration import is_tried
from domain.shared.texts import Text

SHOWN = {ArrivalBasis.DIGITAL, ArrivalBasis.RECEIPT, ArrivalBasis.PARTY_STATEMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The day a period runs from; ``settled`` unless the day is only an estimate."""

    day: date
    steps: tuple[Step, ...]
    ambiguities: tuple[Ambiguity, ...]
    settled: bool


def start_of(asked: AppealQuestion, law: LawBook, governed_on: date) -> Start:
    """Return when the notice had reached everybody who was to have it."""
    steps = list(_of_act(asked, law, governed_on))
    arrived = asked.arrived
    if asked.channel is Channel.DIGITAL:
        arrived, digital = _digital(asked, law, governed_on)
        steps += digital
    elif arrived:
        steps.append(_letter(arrived, asked.arrival_basis, law, governed_on))
    settled = asked.channel is Channel.DIGITAL or asked.arrival_basis in SHOWN
    day, more = _with_representative(arrived, asked, law, governed_on)
    steps += more
    if asked.defective:
        steps.append(_defective(law, governed_on))
    odd = (
        *([WHICH_ACT] if is_tried(law) else []),
        *([SEVERAL_RECIPIENTS] if asked.representative_arrived and arrived else []),
        *([] if settled else [ARRIVAL_UNKNOWN]),
    )
    return Start(day=day, steps=tuple(steps), ambiguities=odd, settled=settled)


def _of_act(asked: AppealQuestion, law: LawBook, governed_on: date) -> Iterator[Step]:
    """Yield which act is taken to govern, where more than one can."""
    if not is_tried(law):
        return
    act = law.administration_act.on(governed_on)
    told = day_in_words(governed_on)
    by = Text(nb="dagen vedtaket ble truffet", en="the day of the decision")
    if asked.decided is None:
        by = Text(
            nb="den første kjente dagen, siden vedtakets dag ikke er oppgitt",
            en="the first day known, since the decision's is not stated",
        )
    yield Step(
        rule="L-NFVL-01",
        says=Text(
            nb=f"{act.citation.nb} gjelder {told.nb}, {by.nb} (AMB-42).",
            en=f"{act.citation.en} governs on {told.en}, {by.en} (AMB-42).",
        ),
        basis=(act.citation,),
        confidence=act.confidence,
    )


def _letter(arrived: date, basis: ArrivalBasis | None, law: LawBook, governed_on: date) -> Step:
    told = day_in_words(arrived)
    on = {
        ArrivalBasis.RECEIPT: Text(nb=", etter en kvittering", en=", by a receipt"),
        ArrivalBasis.PARTY_STATEMENT: Text(nb=", sier parten", en=", says the party"),
        ArrivalBasis.DIGITAL: Text(nb="", en=""),
    }.get(
        basis or ArrivalBasis.ESTIMATE,
        Text(nb=", et anslag (AMB-51)", en=", an estimate (AMB-51)"),
    )
    return Step(
        rule="L-FVL-01",
        says=Text(
            nb=f"Underretningen om vedtaket kom fram til parten {told.nb}{on.nb}.",
            en=f"The notice of the decision reached the party on {told.en}{on.en}.",
        ),
        basis=(law.appeal.on(governed_on).citation,),
    )


def _digital(asked: AppealQuestion, law: LawBook, governed_on: date) -> tuple[date, list[Step]]:
    rule = law.digital_notice.on(governed_on)
    assert asked.alerted
    arrives = rule.value.arrives
    arrived, alerted = (
        digital_arrival(asked.available, asked.alerted, arrives),
        day_in_words(asked.alerted),
    )
    if asked.available and arrives is Arrives.AVAILABLE_AND_ALERTED:
        available = day_in_words(asked.available)
        says = Text(
            nb=f"Vedtaket var tilgjengelig {available.nb}, og varselet ble sendt {alerted.nb}. "
            f"Underretningen kom fram da begge deler var gjort, {day_in_words(arrived).nb}, "
            "uansett når den ble åpnet.",
            en=f"The decision was available on {available.en} and the alert was sent on "
            f"{alerted.en}. The notice arrived when both were done, on "
            f"{day_in_words(arrived).en}, whenever it was opened.",
        )
    else:
        says = Text(
            nb=f"Varselet om vedtaket ble sendt {alerted.nb}; da kom underretningen fram, "
            "uansett når den ble åpnet.",
            en=f"The alert of the decision was sent on {alerted.en}; the notice arrived then, "
            "whenever it was opened.",
        )
    return arrived, [Step(rule="L-EFV-01", says=says, basis=(rule.citation,))]


def _with_representative(
    arrived: date | None, asked: AppealQuestion, law: LawBook, governed_on: date
) -> tuple[date, list[Step]]:
    rule = law.representative.on(governed_on)
    theirs = asked.representative_arrived
    if theirs is None or not (rule.value.arrival_counts or arrived is None):
        assert arrived
        return arrived, []
    told = day_in_words(theirs)
    says = Text(
        nb=f"Fullmektigen fikk underretningen {told.nb}; det teller som om parten fikk den.",
        en=f"The representative got the notice on {told.en}; that counts as if the party did.",
    )
    day = theirs
    if arrived:
        day = max(arrived, theirs) if rule.value.last_of_several else min(arrived, theirs)
        from_day = day_in_words(day)
        says = Text(
            nb=f"Fullmektigen fikk underretningen {told.nb}. Begge skulle ha den, og fristen "
            f"løper fra {from_day.nb} (AMB-50).",
            en=f"The representative got the notice on {told.en}. Both were to have it, and the "
            f"period runs from {from_day.en} (AMB-50).",
        )
    step = Step(rule="L-FVL-14", says=says, basis=(rule.citation,), confidence=rule.confidence)
    return day, [step]


def _defective(law: LawBook, governed_on: date) -> Step:
    return Step(
        rule="L-FVL-07",
        says=Text(
            nb="Underretningen hadde mangler. Fristen løper likevel fra den kom fram; mangelen kan "
            "være grunn til å ta en for sen klage til behandling.",
            en="The notice was defective. The period runs from its arrival all the same; the "
            "defect can be a ground to treat a late appeal.",
        ),
        basis=(law.late_appeal.on(governed_on).citation,),
    )
