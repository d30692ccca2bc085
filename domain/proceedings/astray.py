"""An appeal that came to another body before the one that decides: in time by which of its days?

Nobody is turned away, or let in, by a day the law does not point out: where the two days give
different answers, a person decides (R-APP-02).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.calendar.appeal_question import Channel
from domain.calendar.deadlines import Deadline, Step
from domain.calendar.timeliness import Filing, Late, Timeliness, Verdict, in_time
from domain.calendar.words import day_in_words
from domain.law.book import LawBook
from domain.law.digital_notices import SENT_TO_THE_WRONG_ADDRESS
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.texts import Text


def in_time_by_both(filing: Filing, deadline: Deadline, law: LawBook) -> Timeliness:
    """Return whether a sending was in time, by the day it reached the right body as well."""
    found = in_time(filing, deadline, law)
    received, reached = filing.received, filing.reached
    if received is None or reached is None:
        return found
    basis = _basis(filing.channel, law.wrong_body.on(deadline.governed_on).citation)
    there = in_time(Filing(channel=filing.channel, sent=reached, received=reached), deadline, law)
    if (there.verdict, there.late) == (found.verdict, found.late):
        return replace(found, steps=(*found.steps, _the_same(received, reached, basis)))
    return replace(
        found,
        verdict=found.verdict if found.verdict == there.verdict else Verdict.A_PERSON_DECIDES,
        # By a day that may not count it is never too late to be treated.
        late=Late.A_PERSON_DECIDES if there.late is Late.CANNOT_BE_TREATED else there.late,
        steps=(*found.steps, _a_person(received, reached, basis)),
    )


def _basis(channel: Channel, shown: Citation) -> tuple[Citation, ...]:
    return (shown, SENT_TO_THE_WRONG_ADDRESS) if channel is Channel.DIGITAL else (shown,)


def _the_same(received: date, reached: date, basis: tuple[Citation, ...]) -> Step:
    first, then = day_in_words(received), day_in_words(reached)
    says = Text(
        nb=f"Klagen kom til et annet organ først ({first.nb}) og til det som avgjør {then.nb}. "
        "Det gir samme svar hvilken av dagene som teller.",
        en=f"The appeal came to another body first ({first.en}) and to the one that decides on "
        f"{then.en}. Whichever day counts, the answer is the same.",
    )
    return Step(rule="R-APP-02", says=says, basis=basis, confidence=Confidence.C)


def _a_person(received: date, reached: date, basis: tuple[Citation, ...]) -> Step:
    first, then = day_in_words(received), day_in_words(reached)
    says = Text(
        nb=f"Klagen kom til et annet organ først ({first.nb}) og til det som avgjør {then.nb}. "
        "Loven sier ikke hvilken av dagene som teller, og de gir ulikt svar: det avgjør et "
        "menneske.",
        en=f"The appeal came to another body first ({first.en}) and to the one that decides on "
        f"{then.en}. The law does not say which day counts, and they give different answers: a "
        "person decides.",
    )
    return Step(rule="R-APP-02", says=says, basis=basis, confidence=Confidence.C)
