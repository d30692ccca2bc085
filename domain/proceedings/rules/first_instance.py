"""What the body that decided does with an appeal: mended, taken on, reviewed, sent on (§ 33)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from domain.calendar.appeals import cap_of
from domain.calendar.periods import correction_deadline
from domain.calendar.timeliness import Late, Verdict
from domain.law.administration import Ground
from domain.law.book import LawBook
from domain.law.party_rights import party_rights
from domain.law.remedies import INSTANCE_NAMES, Instance, Remedy
from domain.proceedings import refusals
from domain.proceedings.appeal import Appeal, Defect, Review, Stage
from domain.proceedings.appeal_facts import (
    AppealDismissed,
    AppealForwarded,
    AppealReviewed,
    CorrectionDemanded,
    LateAppealAccepted,
)
from domain.proceedings.governing import appeal_governed_on
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import SET_ASIDE, Decided, Ruling, Source
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen
from domain.shared.ids import Id

STATE_BODIES = (Instance.PERSONNEL_BOARD, Instance.HELSEKLAGE)
"""The bodies that hear appeals over what the Directorate decides."""


class LateGround(StrEnum):
    """Why an appeal is taken on that was late, or may have been, or for which no time ran."""

    NOT_TO_BLAME = Ground.NOT_TO_BLAME
    SPECIAL_REASONS = Ground.SPECIAL_REASONS
    IN_TIME_AFTER_ALL = "in-time-after-all"
    NO_TIME_RUNS = "no-time-runs"


LATE = (LateGround.NOT_TO_BLAME, LateGround.SPECIAL_REASONS)


def demand(
    proceeding: Proceeding, appeal: Id, *, days: int | None, by: Id, on: date, law: LawBook
) -> CorrectionDemanded:
    """Ask for what is lacking within a short time; raises Invalid for another (AMB-33)."""
    found = proceeding.appeals.appeal(appeal)
    found.be(Stage.AWAITING_AUTHORITY, Stage.AWAITING_CORRECTION)
    governed_on = appeal_governed_on(proceeding, found, on)
    due = correction_deadline(on, law, days=days, governed_on=governed_on)
    assert due.last_day
    return CorrectionDemanded(
        appeal=appeal,
        defects=tuple(sorted(found.lacking)),
        letter_on=on,
        answer_by=due.last_day,
        demanded_by=by,
        basis=due.citations,
    )


def accept_late(
    proceeding: Proceeding,
    appeal: Id,
    ground: LateGround,
    *,
    because: Confidential,
    by: Id,
    on: date,
    law: LawBook,
) -> LateAppealAccepted:
    """Take a late appeal on; raises RuleBroken once the year is over (L-FVL-07, AMB-34)."""
    found = proceeding.appeals.appeal(appeal)
    found.be(Stage.ADMISSIBILITY)
    ruling = proceeding.ruling_against(found)
    if ruling is None:
        raise refusals.not_decided()
    if Defect.ALREADY_HEARD in found.lacking:
        raise refusals.broken(
            "L-FVL-13",
            party_rights(law, ruling.decided_on).final,
            nb="Klageinstansens vedtak i klagesak kan ikke påklages.",
            en="A decision of the appeal body in an appeal cannot be appealed.",
        )
    if (ground is LateGround.NO_TIME_RUNS) != (ruling.remedy is not Remedy.APPEAL):
        raise refusals.wrong_ground(time_runs=ruling.remedy is Remedy.APPEAL)
    # Who was in time after all was so whenever the appeal is looked at.
    if ground in LATE and (
        found.judgement.late == Late.CANNOT_BE_TREATED or _is_over(found, ruling, law)
    ):
        rule = law.late_appeal_cap.on(ruling.decided_on)
        raise refusals.broken(
            "L-FVL-07",
            rule.citation,
            nb="Klagen kom mer enn et år etter vedtaket og kan ikke tas til behandling; den "
            "kan leses som en anmodning om omgjøring.",
            en="The appeal came more than a year after the decision and cannot be treated; it "
            "can be read as a request to reverse it.",
        )
    if ground is LateGround.IN_TIME_AFTER_ALL and found.verdict is Verdict.LATE:
        raise refusals.broken(
            "L-FVL-05",
            law.appeal_filing.on(ruling.decided_on).citation,
            nb="Klagen er for sen etter dager som er kjent; velg en grunn til å behandle den.",
            en="The appeal is late by days that are known; choose a ground to treat it.",
        )
    return LateAppealAccepted(
        appeal=appeal,
        ground=ground,
        because=because,
        accepted_by=by,
        accepted_on=on,
        basis=(law.late_appeal.on(ruling.decided_on).citation,),
    )


def _is_over(found: Appeal, ruling: Ruling, law: LawBook) -> bool:
    """Return whether the appeal came more than the year after the ruling, its end rolled.

    It is counted from the ruling, whether or not its notice ever arrived.
    """
    cap = cap_of(ruling.decided_on, ruling.decided_on, law)
    return ruling.remedy is Remedy.APPEAL and found.first_received_on > cap.rolled_day


def dismiss(
    proceeding: Proceeding, appeal: Id, *, because: Confidential, by: Id, on: date, law: LawBook
) -> AppealDismissed:
    """Turn an appeal away; one that lacks something first had a short time to mend it.

    It may have been in time and lack another condition: an interest in the matter, say.
    """
    found = proceeding.appeals.appeal(appeal)
    says = party_rights(law, appeal_governed_on(proceeding, found, on))
    found.be(
        Stage.AWAITING_AUTHORITY,
        Stage.AWAITING_CORRECTION,
        Stage.ADMISSIBILITY,
        Stage.FIRST_INSTANCE,
    )
    waits = found.stage in (Stage.AWAITING_AUTHORITY, Stage.AWAITING_CORRECTION)
    if waits and (found.answer_by is None or on <= found.answer_by):
        raise refusals.broken(
            "L-FVL-06",
            says.mending,
            nb="En klage med mangler avvises ikke før fristen for å rette dem er ute"
            + (f" ({found.answer_by})." if found.answer_by else "; sett en frist først."),
            en="An appeal with defects is not dismissed before the time to mend them is over"
            + (f" ({found.answer_by})." if found.answer_by else "; set a time first."),
        )
    return AppealDismissed(
        appeal=appeal, because=because, dismissed_by=by, dismissed_on=on, basis=(says.dismissal,)
    )


def review(
    proceeding: Proceeding,
    appeal: Id,
    outcome: Review,
    *,
    result: Decided | None,
    because: Confidential,
    seen: tuple[Seen, ...],
    by: Id,
    on: date,
    law: LawBook,
) -> AppealReviewed:
    """Look at the decision anew; the one who made it may (section 33; section 67).

    ``result``: what the party has where the appeal of another changed it; what the party's own
    appeal changed is to the party's good.
    """
    found = proceeding.appeals.appeal(appeal)
    found.be(Stage.FIRST_INSTANCE)
    if outcome is not Review.MAINTAINED:
        _refuse_to_change(proceeding, found)
    against, party = proceeding.ruling_against(found), proceeding.be_open().party
    of_another = found.filed.appellant != party
    dismissal = against is not None and against.source is Source.DISMISSED
    changed = outcome is not Review.MAINTAINED and of_another and not dismissal
    if changed != (result is not None):
        raise refusals.result_to_be_told(changed=changed)
    return AppealReviewed(
        appeal=appeal,
        outcome=outcome,
        because=because,
        reviewed_by=by,
        reviewed_on=on,
        seen=seen,
        law=law.version,
        basis=(party_rights(law, appeal_governed_on(proceeding, found, on)).review,),
        result=result,
    )


def _refuse_to_change(proceeding: Proceeding, found: Appeal) -> None:
    """Raise NotAllowed where the first instance has nothing of its own to change."""
    if proceeding.outcome == SET_ASIDE:
        raise refusals.to_be_decided_anew()
    if any(one.stage is Stage.FORWARDED for one in proceeding.appeals.running):
        raise refusals.with_the_appeal_body()
    against = proceeding.ruling_against(found)
    if against and against.body != proceeding.be_open().decided_by:
        raise refusals.not_its_own("L-FVL-08")


def forward(
    proceeding: Proceeding, appeal: Id, to: Instance, *, by: Id, on: date, law: LawBook
) -> AppealForwarded:
    """Send the case on; raises RuleBroken for another body than the law names (L-SPF-35).

    Where no appeal is settled a person has found where it belongs.
    """
    found = proceeding.appeals.appeal(appeal)
    found.be(Stage.MAINTAINED)
    way = proceeding.way(law)
    hearing = _hearing(proceeding, found)
    if to not in hearing:
        raise refusals.hears_no_appeals(to, hearing)
    law_says = _named_by_law(proceeding, found, law)
    if way.rule and law_says and to != law_says:
        right, astray = INSTANCE_NAMES[law_says], INSTANCE_NAMES[to]
        raise refusals.broken(
            "L-SPF-35",
            way.rule.citation,
            nb=f"Klagen høres av {right.nb}, ikke av {astray.nb}.",
            en=f"The appeal is heard by {right.en}, not by {astray.en}.",
        )
    says = party_rights(law, appeal_governed_on(proceeding, found, on))
    basis = (says.forwarding, *((way.rule.citation,) if way.rule else ()))
    return AppealForwarded(appeal=appeal, to=to, forwarded_by=by, forwarded_on=on, basis=basis)


def may_hear(proceeding: Proceeding, appeal: Id, law: LawBook) -> tuple[Instance, ...]:
    """Return the bodies an appeal may be forwarded to: the one the law names, if it names one."""
    found = proceeding.appeals.appeal(appeal)
    hearing, law_says = _hearing(proceeding, found), _named_by_law(proceeding, found, law)
    return (law_says,) if law_says in hearing else hearing


def _hearing(proceeding: Proceeding, found: Appeal) -> tuple[Instance, ...]:
    """Return the bodies there are to hear it; none hears what it ruled itself."""
    against = proceeding.ruling_against(found)
    own = proceeding.be_open().decided_by
    # What an establishment decides is heard by the municipality's own body alone (AMB-29, AMB-40).
    bodies = (Instance.MUNICIPAL_APPEALS,) if own == Instance.ESTABLISHMENT else STATE_BODIES
    return tuple(one for one in bodies if not against or one != against.body)


def _named_by_law(proceeding: Proceeding, found: Appeal, law: LawBook) -> Instance | None:
    """Return the one body that hears it, where an appeal is settled and a rule says by whom."""
    way, against = proceeding.way(law), proceeding.ruling_against(found)
    appealable = against.remedy if against else way.remedy
    if appealable is not Remedy.APPEAL or way.rule is None:
        return None
    return Instance(against.heard_by) if against and against.heard_by else way.heard_by
