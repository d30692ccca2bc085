"""Until when a decision can be appealed: counted from its notice, interrupted, extended, capped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.calendar.ambiguities import CAP_ROLLS
from domain.calendar.appeal_question import AppealQuestion, check
from domain.calendar.appeal_start import start_of
from domain.calendar.deadlines import Cap, Deadline, Step, count, deadline, roll
from domain.calendar.words import capital, day_in_words, length_in_words
from domain.law.book import LawBook
from domain.law.courts import STATED_AS_A_DAY
from domain.shared.refusals import Invalid, NotAllowed
from domain.shared.texts import Text


def appeal_deadline(asked: AppealQuestion, law: LawBook) -> Deadline:
    """Return until when a decision can be appealed; raises Invalid and NotAllowed."""
    governed_on = check(asked, law)
    start = start_of(asked, law, governed_on)
    timer = law.appeal.on(governed_on)
    counted = deadline(start.day, timer, law, rule="L-FVL-01")
    found = replace(
        counted,
        governed_on=governed_on,
        steps=(*start.steps, *counted.steps),
        ambiguities=start.ambiguities,
        settled=counted.settled and start.settled,
    )
    # What came first is judged by the period as it was then.
    acts = [(asked.reasons_demanded, _interrupted), (asked.extended_on, _extended)]
    for _, act in sorted(((day, act) for day, act in acts if day), key=lambda each: each[0]):
        found = act(found, asked, law)
    if asked.decided:
        found = _capped(found, asked.decided, law)
    return _told(found)


def _interrupted(found: Deadline, asked: AppealQuestion, law: LawBook) -> Deadline:
    """Return the new period that the reasons start, or none while they are waited for."""
    rule = law.interruption.on(found.governed_on)
    demanded, arrived = asked.reasons_demanded, asked.reasons_arrived
    assert demanded
    assert found.last_day
    if demanded > found.last_day:
        raise NotAllowed(
            "deadline-expired",
            nb=f"Klagefristen gikk ut {found.last_day}; et krav om begrunnelse {demanded} avbryter "
            "den ikke.",
            en=f"The period to appeal was over on {found.last_day}; a demand for reasons on "
            f"{demanded} does not interrupt it.",
            rule="L-FVL-03",
            basis=(rule.citation,),
            field="reasonsDemanded",
        )
    if not rule.value.new_full_period:
        return found
    day, last = day_in_words(demanded), day_in_words(found.last_day)
    step = Step(
        rule="L-FVL-03",
        says=Text(
            nb=f"Begrunnelse ble krevd {day.nb}, før fristen gikk ut {last.nb}. Da avbrytes "
            "fristen, og en ny, full frist løper når begrunnelsen kommer fram.",
            en=f"Reasons were demanded on {day.en}, before the end of the period on {last.en}. "
            "That interrupts it, and a new full period runs when the reasons arrive.",
        ),
        basis=(rule.citation,),
    )
    if arrived is None:
        steps = (*found.steps, step)
        return replace(found, raw_day=None, last_day=None, met=(), steps=steps)
    timer = law.appeal.on(found.governed_on)
    # Whoever got the notice even later than the reasons has their whole period.
    anew = deadline(max(arrived, found.started_on), timer, law, rule="L-FVL-03")
    later = replace(
        found,
        started_on=anew.started_on,
        raw_day=anew.raw_day,
        last_day=anew.last_day,
        met=anew.met,
        steps=(*found.steps, step, *anew.steps),
    )
    assert anew.last_day
    if anew.last_day >= found.last_day:
        return later
    # An extension that was given before reaches further than the new period.
    return replace(found, steps=later.steps)


def _extended(found: Deadline, asked: AppealQuestion, law: LawBook) -> Deadline:
    """Return the period until the day it was extended to."""
    rule = law.extension.on(found.governed_on)
    decided, until = asked.extended_on, asked.extended_until
    assert decided
    assert until
    if rule.value.before_expiry and found.last_day and decided > found.last_day:
        raise NotAllowed(
            "deadline-expired",
            nb=f"Klagefristen gikk ut {found.last_day} og kan bare forlenges før den er ute, ikke "
            f"{decided}. En for sen klage kan likevel tas til behandling.",
            en=f"The period to appeal was over on {found.last_day} and can only be extended "
            f"before that, not on {decided}. A late appeal may be treated all the same.",
            rule="L-FVL-04",
            basis=(rule.citation, law.late_appeal.on(found.governed_on).citation),
            field="extendedOn",
        )
    while_interrupted = _while_interrupted(decided, asked)
    if found.last_day and until <= found.last_day and not while_interrupted:
        raise Invalid(
            "extension-too-short",
            nb=f"Fristen går til {found.last_day}; en forlengelse må gå lenger enn det.",
            en=f"The period goes to {found.last_day}; an extension must go further.",
            rule="L-FVL-04",
            basis=(rule.citation,),
            field="extendedUntil",
        )
    day, last = day_in_words(decided), day_in_words(until)
    step = Step(
        rule="L-FVL-04",
        says=Text(
            nb=f"Fristen ble forlenget {day.nb}, før den var ute, til {last.nb}.",
            en=f"The period was extended on {day.en}, before its end, to {last.en}.",
        ),
        basis=(rule.citation, STATED_AS_A_DAY),
    )
    if found.last_day is None or until <= found.last_day:
        # The reasons are waited for, or gave a new period that goes further.
        return replace(found, steps=(*found.steps, step))
    rolled, met, rolling = roll(until, law)
    steps = (*found.steps, step, rolling)
    return replace(found, raw_day=until, last_day=rolled, met=met, steps=steps)


def _while_interrupted(day: date, asked: AppealQuestion) -> bool:
    """Return whether no period ran on the day because reasons were waited for."""
    demanded, arrived = asked.reasons_demanded, asked.reasons_arrived
    return bool(demanded and demanded <= day and (arrived is None or day < arrived))


def cap_of(decided: date, governed_on: date, law: LawBook) -> Cap:
    """Return the year after a decision, in which a late appeal can be treated at all."""
    counted = count(decided, law.late_appeal_cap.on(governed_on).value, law)
    return Cap(decided_on=decided, raw_day=counted.raw_day, rolled_day=counted.rolled_day)


def _capped(found: Deadline, decided: date, law: LawBook) -> Deadline:
    timer = law.late_appeal_cap.on(found.governed_on)
    counted = cap_of(decided, found.governed_on, law)
    raw, rolled = day_in_words(counted.raw_day), day_in_words(counted.rolled_day)
    length = length_in_words(timer.value.length, timer.value.unit)
    nb = f"En klage som er for sen, kan ikke behandles mer enn {length.nb} etter vedtaket"
    en = f"An appeal that is late cannot be treated more than {length.en} after the decision"
    same = counted.raw_day == counted.rolled_day
    says = Text(
        nb=f"{nb}, det vil si etter {raw.nb}."
        if same
        else f"{nb}. Året ender {raw.nb}; neste virkedag er {rolled.nb}. Mellom dem avgjør et "
        "menneske.",
        en=f"{en}, which is after {raw.en}."
        if same
        else f"{en}. The year ends on {raw.en}; the next working day is {rolled.en}. Between "
        "them a person decides.",
    )
    step = Step(rule="L-FVL-07", says=says, basis=(timer.citation,), confidence=timer.confidence)
    odd = (*found.ambiguities, CAP_ROLLS)
    return replace(found, cap=counted, steps=(*found.steps, step), ambiguities=odd)


def _told(found: Deadline) -> Deadline:
    """Return the deadline with its last day as the last step."""
    if found.last_day is None:
        says = Text(
            nb="Ingen frist løper før begrunnelsen kommer fram.",
            en="No period runs before the reasons arrive.",
        )
    else:
        day = day_in_words(found.last_day)
        says = Text(
            nb=f"{capital(day.nb)} er siste dag, til døgnet er omme i Norge.",
            en=f"{day.en} is the last day, until midnight at the end of it in Norway.",
        )
    return replace(found, steps=(*found.steps, Step(rule="L-DL-02", says=says)))
