"""Was an appeal made in time? And if it was not, can it still be treated?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calendar.ambiguities import ARRIVAL_UNKNOWN, CAP_ROLLS, SENT_OR_ARRIVED, Ambiguity
from domain.calendar.appeal_question import Channel
from domain.calendar.deadlines import Deadline, Step
from domain.calendar.words import day_in_words
from domain.law.book import LawBook
from domain.law.digital_notices import SEND_AGAIN_WITHOUT_RECEIPT, Decides
from domain.shared.refusals import Invalid
from domain.shared.texts import Text


class Verdict(StrEnum):
    """Whether an appeal was made in time."""

    IN_TIME = "in-time"
    LATE = "late"
    A_PERSON_DECIDES = "a-person-decides"


class Late(StrEnum):
    """What can become of an appeal that is late."""

    MAY_BE_TREATED = "may-be-treated"
    A_PERSON_DECIDES = "a-person-decides"
    CANNOT_BE_TREATED = "cannot-be-treated"


BEST_FIRST = (Verdict.IN_TIME, Verdict.A_PERSON_DECIDES, Verdict.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An appeal on its way: handed over or sent on one day, received on another. Both are kept.

    ``reached``: when it came to the body that decides, where it was received by another first.
    ``unauthorised``: it is more to an appeal, from one who has shown no authority to speak for it.
    """

    channel: Channel
    sent: date | None = None
    received: date | None = None
    reached: date | None = None
    unauthorised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """The verdict and why; ``late`` says what can become of an appeal that is not in time."""

    verdict: Verdict
    late: Late | None = None
    steps: tuple[Step, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()


def in_time(filing: Filing, deadline: Deadline, law: LawBook) -> Timeliness:
    """Return whether an appeal was made before the deadline; raises Invalid.

    Nobody is turned away here: being late is a finding, and what follows from it is decided.
    """
    _check(filing)
    odd = (SENT_OR_ARRIVED,) if filing.channel is Channel.DIGITAL else ()
    step, last = _what_decides(filing, deadline, law), deadline.last_day
    day = _deciding_day(filing, deadline, law)
    if last is None or (day is not None and day <= last):
        repeat = _repeat(deadline, law) if filing.received is None else ()
        return Timeliness(verdict=Verdict.IN_TIME, steps=(step, *repeat), ambiguities=odd)
    if day is None:
        return Timeliness(
            verdict=Verdict.A_PERSON_DECIDES, steps=(step, _unknown()), ambiguities=odd
        )
    verdict = Verdict.LATE if deadline.settled else Verdict.A_PERSON_DECIDES
    late, why = _if_late(filing.received or day, deadline, law)
    return Timeliness(
        verdict=verdict,
        late=late,
        steps=(step, why),
        ambiguities=(
            *odd,
            *(() if deadline.settled else (ARRIVAL_UNKNOWN,)),
            *((CAP_ROLLS,) if late is Late.A_PERSON_DECIDES else ()),
        ),
    )


def _check(filing: Filing) -> None:
    if filing.sent is None and filing.received is None:
        raise Invalid(
            "filing-without-day",
            nb="Oppgi når klagen ble sendt eller levert, eller når den kom fram.",
            en="State when the appeal was sent or handed over, or when it arrived.",
            rule="L-FVL-05",
            field="sent",
        )
    if filing.sent and filing.received and filing.received < filing.sent:
        raise Invalid(
            "days-out-of-order",
            nb=f"Klagen kan ikke ha kommet fram {filing.received}, før den ble sendt "
            f"{filing.sent}.",
            en=f"The appeal cannot have arrived on {filing.received}, before it was sent on "
            f"{filing.sent}.",
            rule="L-FVL-05",
            field="received",
        )


def _decides(filing: Filing, deadline: Deadline, law: LawBook) -> Decides:
    digital = filing.channel is Channel.DIGITAL
    rule = law.digital_filing if digital else law.appeal_filing
    return rule.on(deadline.governed_on).value.decides


def _deciding_day(filing: Filing, deadline: Deadline, law: LawBook) -> date | None:
    """Return the day that is compared with the last one, None while it is not known."""
    if _decides(filing, deadline, law) is Decides.ARRIVED:
        return filing.received
    if filing.sent is None and filing.received and deadline.last_day:
        # What was there in time was handed over in time; what came later may have been.
        return filing.received if filing.received <= deadline.last_day else None
    return filing.sent


def _what_decides(filing: Filing, deadline: Deadline, law: LawBook) -> Step:
    digital = filing.channel is Channel.DIGITAL
    rule = (law.digital_filing if digital else law.appeal_filing).on(deadline.governed_on)
    said = {
        Decides.HANDED_OVER: Text(
            nb="Det teller når klagen ble overlatt til posten eller til en som kan ta imot den.",
            en="It counts when the appeal was handed to the post or to one who may receive it.",
        ),
        Decides.ARRIVED: Text(
            nb="Det teller når den elektroniske klagen kom fram.",
            en="It counts when the digital appeal arrived.",
        ),
        Decides.SENT_OR_DELIVERED: Text(
            nb="Det teller når klagen ble sendt eller levert, uansett kanal.",
            en="It counts when the appeal was sent or delivered, by any channel.",
        ),
    }[rule.value.decides]
    name = "L-EFV-02" if digital else "L-FVL-05"
    return Step(rule=name, says=said, basis=(rule.citation,), confidence=rule.confidence)


def _repeat(deadline: Deadline, law: LawBook) -> tuple[Step, ...]:
    rule = law.repeated_appeal.on(deadline.governed_on)
    says = Text(
        nb="Kommer den ikke fram, må den gjentas innen en uke etter at det burde vært forstått.",
        en="If it never arrives it must be repeated within a week from when that should have "
        "been known.",
    )
    return (Step(rule="L-FVL-05", says=says, basis=(rule.citation,)),)


def _unknown() -> Step:
    return Step(
        rule="L-FVL-05",
        says=Text(
            nb="Dagen det kommer an på, er ikke kjent: poststempel eller kvittering må ses på. "
            "Uten kvittering på en elektronisk klage må den sendes på nytt.",
            en="The day that counts is not known: look at the postmark or the receipt. Without a "
            "receipt a digital appeal must be sent again.",
        ),
        basis=(SEND_AGAIN_WITHOUT_RECEIPT,),
    )


def _if_late(received: date, deadline: Deadline, law: LawBook) -> tuple[Late, Step]:
    cap = deadline.cap
    rule = law.late_appeal_cap.on(deadline.governed_on)
    grounds = law.late_appeal.on(deadline.governed_on)
    # By an estimate nobody is turned away: the appeal may have been in time.
    if cap is not None and received > cap.rolled_day and deadline.settled:
        says = Text(
            nb="Klagen er for sen og kan ikke behandles som klage; den kan leses som en anmodning "
            "om omgjøring.",
            en="The appeal is late and cannot be treated as one; it can be read as a request to "
            "reverse the decision.",
        )
        return Late.CANNOT_BE_TREATED, Step(rule="L-FVL-07", says=says, basis=(rule.citation,))
    if cap is not None and received <= cap.raw_day:
        says = Text(
            nb="Klagen er for sen. Den kan likevel behandles hvis den som klager ikke kan lastes, "
            "eller særlige grunner taler for det; det avgjør et menneske.",
            en="The appeal is late. It may be treated all the same if the one who appeals is not "
            "to blame, or for special reasons; a person decides.",
        )
        return Late.MAY_BE_TREATED, Step(rule="L-FVL-07", says=says, basis=(grounds.citation,))
    until = day_in_words(cap.rolled_day) if cap else Text(nb="ukjent", en="unknown")
    says = Text(
        nb=f"Klagen er for sen. Om året etter vedtaket er omme, avgjør et menneske ({until.nb}).",
        en=f"The appeal is late. Whether the year after the decision is over a person decides "
        f"({until.en}).",
    )
    basis = (rule.citation, grounds.citation)
    return Late.A_PERSON_DECIDES, Step(rule="L-FVL-07", says=says, basis=basis)
