"""Taking in an appeal: nothing keeps it out, and whether it was in time is judged with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from domain.calendar.appeals import cap_of
from domain.calendar.deadlines import Step
from domain.calendar.periods import others_deadline, period
from domain.calendar.timeliness import Filing, Timeliness, Verdict
from domain.law.book import LawBook
from domain.law.party_rights import party_rights
from domain.law.remedies import Instance, Remedy
from domain.proceedings import refusals
from domain.proceedings.appeal import Appeal, Defect
from domain.proceedings.appeal_facts import AppealFiled, AppealSupplemented
from domain.proceedings.astray import in_time_by_both
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Decided, Ruling
from domain.proceedings.timeliness import judge
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from domain.shared.texts import Text

RIGHTS = (Decided.GRANTED, Decided.PARTLY_GRANTED)
"""Outcomes that give somebody a right: for others the time ends three months after."""


def file_appeal(
    proceeding: Proceeding,
    appeal: Id,
    filing: Filing,
    *,
    appellant: Id,
    sent_by: Id,
    received_by: Instance,
    defects: Collection[Defect],
    grounds: Confidential | None,
    by: Id,
    law: LawBook,
    knew_on: date | None = None,
    ruling: int = 0,
) -> AppealFiled | AppealSupplemented:
    """Take in what a party sent; raises Invalid only for days that cannot be.

    More from one whose appeal is under way joins it; what waits for authority waits apart.
    ``knew_on``: when another than the party knew, or should have known, of the decision (section
    29, second paragraph). ``ruling``: the one it names, without which one over costs is never
    meant.
    """
    received, lacks = filing.received, set(defects)
    assert received
    named = proceeding.rulings.by_version.get(ruling)
    unauthorised = Defect.AUTHORITY in lacks
    running = [
        one
        for one in _joined(proceeding, appellant, named)
        if (Defect.AUTHORITY in one.lacking) == unauthorised
        and (not unauthorised or one.filed.sent_by == sent_by)
    ]
    over = named or (
        proceeding.ruling_against(running[-1]) if running else proceeding.rulings.against(appellant)
    )
    # Of what was decided of them alone they had a notice of their own.
    notified = over is not None and over.appellant == appellant
    another = appellant != proceeding.be_open().party and not notified
    if over and over.remedy is Remedy.APPEAL and another:
        found = _of_another(filing, over, knew_on, law)
    else:
        deadline = over.deadline(law) if over else None
        found = judge([filing], over, deadline, way=proceeding.way(law), law=law)
    if running:
        return AppealSupplemented(
            appeal=running[-1].filed.appeal,
            grounds=grounds,
            sent_by=sent_by,
            received_on=received,
            entered_by=by,
            channel=filing.channel,
            sent_on=filing.sent,
            received_by=received_by,
            verdict=found.verdict,
            late=found.late,
            steps=found.steps,
            reached_on=filing.reached,
            defects=tuple(sorted(lacks - _not_asked_for(over, received, law))),
        )
    heard = {Defect.ALREADY_HEARD} if over and over.remedy is Remedy.FINAL else set()
    if appeal in proceeding.appeals.by_id:
        raise refusals.known_appeal()
    return AppealFiled(
        appeal=appeal,
        appellant=appellant,
        sent_by=sent_by,
        channel=filing.channel,
        sent_on=filing.sent,
        received_on=received,
        received_by=received_by,
        defects=tuple(sorted((lacks | heard) - _not_asked_for(over, received, law))),
        grounds=grounds,
        verdict=found.verdict,
        late=found.late,
        steps=found.steps,
        law=law.version,
        entered_by=by,
        against=over.at if over else 0,
        knew_on=knew_on,
        reached_on=filing.reached,
    )


def meant_by(proceeding: Proceeding, appellant: Id) -> Ruling | None:
    """Return the ruling that somebody who appeals now is over, where they name none."""
    running = list(_joined(proceeding, appellant, None))
    if running:
        return proceeding.ruling_against(running[-1])
    return proceeding.rulings.against(appellant)


def _not_asked_for(over: Ruling | None, received: date, law: LawBook) -> set[Defect]:
    """Return what the act that governs does not ask for: that of 2025 wants no signature."""
    says = party_rights(law, over.decided_on if over else received)
    return set() if says.signature else {Defect.SIGNATURE}


def _joined(proceeding: Proceeding, appellant: Id, named: Ruling | None) -> Iterator[Appeal]:
    """Yield the appeals under way that one which comes in now joins."""
    for one in proceeding.appeals.of(appellant):
        over = proceeding.ruling_against(one)
        same = over is named if named else over is None or not over.of_costs
        if one.running and same:
            yield one


def _of_another(filing: Filing, ruling: Ruling, knew_on: date | None, law: LawBook) -> Timeliness:
    """Judge the appeal of one who got no notice: by when they knew, or should have (L-FVL-02)."""
    until = None
    if ruling.outcome in RIGHTS:
        until = others_deadline(knew_on, ruling.decided_on, law)
    elif knew_on:
        until = period("appeal_once_known", knew_on, law, governed_on=ruling.decided_on)
    if until:
        # The year after the decision is everybody's, whenever they knew of it (L-FVL-07).
        cap = cap_of(ruling.decided_on, until.governed_on, law)
        return in_time_by_both(filing, replace(until, cap=cap), law)
    basis = law.appeal_once_known.on(ruling.decided_on).citation
    says = Text(
        nb="Den som klager, har ikke fått underretning; fristen løper fra vedkommende visste eller "
        "burde visst om vedtaket, og den dagen er ikke kjent.",
        en="The appellant got no notice; the time runs from when they knew, or should have known, "
        "of the decision, and that day is not known.",
    )
    step = Step(rule="L-FVL-02", says=says, basis=(basis,))
    return Timeliness(verdict=Verdict.A_PERSON_DECIDES, steps=(step,))
