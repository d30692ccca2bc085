"""Was an appeal in time? Judged when it comes in, and anew when the time is computed anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from domain.calendar.deadlines import Deadline, Step, as_step
from domain.calendar.timeliness import BEST_FIRST, Filing, Timeliness, Verdict
from domain.law.book import LawBook
from domain.law.party_rights import party_rights
from domain.law.remedies import Remedy
from domain.proceedings.appeal import OVER, Appeal, Stage
from domain.proceedings.appeal_facts import TimelinessJudged
from domain.proceedings.astray import in_time_by_both
from domain.proceedings.remedies import Route
from domain.proceedings.rulings import Ruling
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.texts import Text


def judge(
    filings: Iterable[Filing],
    ruling: Ruling | None,
    deadline: Deadline | None,
    *,
    way: Route,
    law: LawBook,
) -> Timeliness:
    """Return whether one of the sendings was in time; raises Invalid for days that cannot be."""
    told = tuple(filings)
    if ruling is None:
        return _for_a_person(_undecided())
    if ruling.remedy is Remedy.FINAL:
        return _for_a_person(_final(party_rights(law, ruling.decided_on).final))
    if ruling.remedy is not Remedy.APPEAL:
        return _for_a_person(_no_time_runs(way))
    if deadline is None:
        return Timeliness(verdict=Verdict.IN_TIME, steps=(_not_begun(),))
    judged = [in_time_by_sender(one, deadline, law) for one in told]
    return min(judged, key=lambda one: BEST_FIRST.index(one.verdict))


def in_time_by_sender(filing: Filing, deadline: Deadline, law: LawBook) -> Timeliness:
    """Return whether a sending was in time, and may count: without authority a person decides."""
    found = in_time_by_both(filing, deadline, law)
    if not filing.unauthorised or found.verdict is not Verdict.IN_TIME:
        return found
    steps = (*found.steps, _unauthorised())
    return replace(found, verdict=Verdict.A_PERSON_DECIDES, steps=steps)


def judge_anew(
    appeals: Iterable[Appeal],
    ruling: Ruling,
    deadline: Deadline | None,
    *,
    way: Route,
    on: date,
    law: LawBook,
) -> Iterator[TimelinessJudged]:
    """Yield a new judgement of every appeal still with the first instance that has another now."""
    for appeal in appeals:
        if appeal.stage in OVER or appeal.stage is Stage.FORWARDED:
            continue
        found = judge(appeal.filings, ruling, deadline, way=way, law=law)
        before = appeal.judgement
        if (found.verdict, found.late) != (appeal.verdict, before.late):
            yield TimelinessJudged(
                appeal=appeal.filed.appeal,
                was=appeal.verdict,
                verdict=found.verdict,
                late=found.late,
                steps=found.steps,
                law=law.version,
                judged_on=on,
            )


def _for_a_person(step: Step) -> Timeliness:
    return Timeliness(verdict=Verdict.A_PERSON_DECIDES, steps=(step,))


def _not_begun() -> Step:
    return Step(
        rule="L-FVL-01",
        says=Text(
            nb="Underretningen er ikke kommet fram; klagefristen er ikke begynt å løpe.",
            en="The notice has not arrived; the time to appeal has not begun.",
        ),
    )


def _unauthorised() -> Step:
    return Step(
        rule="R-APP-03",
        says=Text(
            nb="Den som sendte dette, har ikke vist fullmakt; om det teller for klagen, avgjør et "
            "menneske.",
            en="Whoever sent this has shown no authority; whether it counts for the appeal a "
            "person decides.",
        ),
    )


def _undecided() -> Step:
    return Step(
        rule="L-FVL-13",
        says=Text(
            nb="Saken er ikke avgjort ennå, så det er ingenting å klage over. Et menneske ser på "
            "det som er kommet inn.",
            en="The case is not decided yet, so there is nothing to appeal against. A person looks "
            "at what came in.",
        ),
    )


def _final(basis: Citation) -> Step:
    return Step(
        rule="L-FVL-13",
        says=Text(
            nb="Klageinstansens vedtak i klagesak kan ikke påklages.",
            en="A decision of the appeal body in an appeal cannot be appealed.",
        ),
        basis=(basis,),
    )


def _no_time_runs(way: Route) -> Step:
    odd = next(iter(way.ambiguities), None)
    known = as_step(odd).says if odd else Text(nb="", en="")
    return Step(
        rule=odd.id if odd else "L-FVL-13",
        says=Text(
            nb=f"For dette er ingen klage fastsatt, så ingen klagefrist løper. {known.nb}".strip(),
            en=f"For this no appeal is settled, so no time to appeal runs. {known.en}".strip(),
        ),
        basis=(way.rule.citation,) if way.rule else (),
        confidence=Confidence.C,
    )
