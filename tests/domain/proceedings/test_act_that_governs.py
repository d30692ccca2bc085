"""What facts and refusals cite, and what may be done, under the act that governs the decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from domain.law.advance_notice_places import LeftOut
from domain.law.aside import SuperiorGround
from domain.law.book import IN_FORCE, LawBook
from domain.law.notices import NoticeContent
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind, Instance, Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome, Review, Stage
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.findings import Confidence
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, Refused, RuleBroken
from tests.support.aside import AsideStory
from tests.support.plans import text
from tests.support.proceedings import CASE_HANDLER, COLLEAGUE, Story

OLD, NEW = IN_FORCE, PROPOSED["new-administration-act"]
ACTS = pytest.mark.parametrize("law", [OLD, NEW], ids=["1967", "2025"])
# A Monday after the day on which the act of 2025 is tried.
DAY = date(2027, 2, 1)
FILED, LATER = DAY + timedelta(days=7), DAY + timedelta(days=14)
ALL, PART, NONE = Decided.GRANTED, Decided.PARTLY_GRANTED, Decided.REFUSED


def notified(
    law: LawBook, outcome: Decided = NONE, *, on: date = DAY, by: Id = CASE_HANDLER
) -> Story:
    story = Story(law).opened(on=on).decided(outcome, on=on, by=by)
    return story.sent(on=on, says=NoticeContent).made_available(on)


def forwarded(law: LawBook, outcome: Decided = NONE, *, on: date = DAY) -> Story:
    later = on + timedelta(days=7)
    story = notified(law, outcome, on=on).filed(later).reviewed(later)
    return story.forwarded(later)


def cited(story: Story) -> tuple[str, ...]:
    return tuple(one.nb.partition("§ ")[2] for one in story.case.facts[-1].basis)  # type: ignore[attr-defined]


def basis_of(refusal: Refused) -> tuple[str, ...]:
    return tuple(one.nb.partition("§ ")[2] for one in refusal.basis)


@pytest.mark.parametrize(
    ("done", "old", "new"),
    [
        pytest.param(
            lambda law: notified(law).filed(FILED, Defect.CHANGE_NOT_NAMED).demanded(FILED),
            "32 tredje ledd",
            "66 fjerde ledd",
            id="L-FVL-06-mending",
        ),
        pytest.param(
            lambda law: notified(law).filed(FILED).dismissed(FILED),
            "33 andre ledd tredje punktum",
            "67 første ledd",
            id="L-FVL-08-dismissed",
        ),
        pytest.param(
            lambda law: notified(law).filed(FILED).reviewed(FILED),
            "33 andre ledd",
            "67 andre ledd",
            id="L-FVL-08-reviewed",
        ),
        pytest.param(
            forwarded,
            "33 fjerde ledd første punktum",
            "67 tredje ledd første punktum",
            id="L-FVL-08-forwarded",
        ),
        pytest.param(
            lambda law: forwarded(law).warned(LATER),
            "34 tredje ledd",
            "68 fjerde ledd",
            id="L-FVL-09-detriment-told",
        ),
        pytest.param(
            lambda law: forwarded(law).heard(LATER),
            "34",
            "68",
            id="L-FVL-09-heard",
        ),
        pytest.param(
            lambda law: notified(law).filed(date(2027, 6, 1)).accepted(date(2027, 6, 1)),
            "31 første ledd",
            "65 første ledd",
            id="L-FVL-07-taken-on-late",
        ),
        pytest.param(
            lambda law: notified(law).reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=LATER),
            "35 første ledd bokstav a",
            "71 første ledd bokstav b",
            id="L-FVL-10-reversed",
        ),
        pytest.param(
            lambda law: notified(law, ALL).reversed(ReversalGround.INVALID, NONE, on=LATER),
            "35 første ledd bokstav c",
            "74 tredje ledd første punktum",
            id="L-FVL-10-invalid",
        ),
    ],
)
def test_a_fact_cites_the_act_that_governs_the_decision(
    done: Callable[[LawBook], Story], old: str, new: str
) -> None:
    assert cited(done(OLD))[0] == old
    assert cited(done(NEW))[0] == new


@pytest.mark.parametrize(
    ("refused", "old", "new"),
    [
        pytest.param(
            lambda law: notified(law).filed(FILED, Defect.CHANGE_NOT_NAMED).dismissed(FILED),
            "32 tredje ledd",
            "66 fjerde ledd",
            id="L-FVL-06-time-to-mend-first",
        ),
        pytest.param(
            lambda law: (
                notified(law, on=date(2027, 1, 4))
                .filed(date(2028, 3, 1))
                .accepted(date(2028, 3, 1))
            ),
            "31 tredje ledd",
            "65 tredje ledd",
            id="L-FVL-07-the-year-is-over",
        ),
        pytest.param(
            lambda law: forwarded(law, PART).heard(
                date(2027, 5, 10), Outcome.CHANGED, result=NONE, to_detriment=True
            ),
            "34 tredje ledd",
            "68 fjerde ledd",
            id="L-FVL-09-detriment-told-too-late",
        ),
        pytest.param(
            lambda law: forwarded(law).heard(LATER, by=CASE_HANDLER),
            "6 andre ledd",
            "26 fjerde ledd første punktum",
            id="L-FVL-15-decided-at-first-instance",
        ),
        pytest.param(
            lambda law: notified(law, ALL).reversed(
                ReversalGround.NOT_TO_DETRIMENT, PART, on=LATER
            ),
            "35 første ledd bokstav a",
            "71 første ledd bokstav b",
            id="L-FVL-10-to-the-detriment",
        ),
        pytest.param(
            lambda law: notified(law, ALL).reversed(ReversalGround.NOT_ARRIVED, NONE, on=LATER),
            "35 første ledd bokstav b",
            "71 første ledd bokstav a",
            id="L-FVL-10-has-arrived",
        ),
        pytest.param(
            lambda law: Story(law).opened(on=DAY, applied=False).decided(on=DAY),
            "16 første ledd",
            "42 første ledd",
            id="L-FVL-15-unheard",
        ),
    ],
)
def test_a_refusal_cites_the_act_that_governs_the_decision(
    refused: Callable[[LawBook], Story], old: str, new: str
) -> None:
    for law, section in ((OLD, old), (NEW, new)):
        with pytest.raises(RuleBroken) as broken:
            refused(law)
        assert basis_of(broken.value)[0] == section


def test_what_was_decided_before_the_new_act_stays_under_the_old_one() -> None:
    """AMB-42: the day of the decision chooses, not the day something is done about it."""
    story = notified(NEW, on=date(2026, 12, 21)).filed(date(2027, 1, 4))
    story.reviewed(DAY).forwarded(DAY)
    assert cited(story)[0] == "33 fjerde ledd første punktum"
    assert cited(story.heard(LATER)) == ("34", "28 tredje ledd første punktum")


def test_what_is_prepared_follows_the_day_it_is_done_until_it_is_decided() -> None:
    """The decision it is prepared for is still to be made."""

    def noticed(on: date) -> Story:
        story = Story(NEW).opened(on=on, applied=False)
        fact = story.case.preparation.give_notice(
            text(), on + timedelta(days=14), decided_on=None, by=CASE_HANDLER, on=on, law=NEW
        )
        return story.told(fact)

    assert cited(noticed(date(2026, 12, 21))) == ("16 første ledd",)
    assert cited(noticed(DAY)) == ("42 første ledd", "42 andre ledd andre punktum")


# reversal


@pytest.mark.parametrize(
    ("ground", "letter"),
    [
        pytest.param(ReversalGround.CONDITIONS, "c", id="L-NFVL-02-conditions-broken"),
        pytest.param(ReversalGround.STRONG_INTERESTS, "d", id="L-NFVL-02-strong-interests"),
    ],
)
def test_the_new_act_lets_a_body_reverse_to_the_detriment_on_two_grounds_more(
    ground: ReversalGround, letter: str
) -> None:
    story = notified(NEW, ALL).reversed(ground, NONE, on=LATER)
    assert (story.case.outcome, cited(story)) == (NONE, (f"71 første ledd bokstav {letter}",))
    with pytest.raises(Invalid) as refused:
        notified(OLD, ALL).reversed(ground, NONE, on=LATER)
    assert (refused.value.code, refused.value.rule) == ("ground-of-another-act", "L-FVL-10")
    assert basis_of(refused.value) == ("35 første ledd",)
    assert "choose not-to-detriment, notice-not-arrived, invalid." in str(refused.value)


@pytest.mark.parametrize("ground", [SuperiorGround.CONDITIONS, SuperiorGround.STRONG_INTERESTS])
def test_so_it_does_the_body_above(ground: SuperiorGround) -> None:
    def above(law: LawBook) -> AsideStory:
        story = AsideStory(law)
        story.opened(on=DAY).decided(ALL, on=DAY).notified(DAY)
        story.reversed_above(ground, NONE, LATER)
        return story

    letter = "c" if ground is SuperiorGround.CONDITIONS else "d"
    assert cited(above(NEW)) == ("72 første ledd", f"71 første ledd bokstav {letter}")
    with pytest.raises(Invalid) as refused:
        above(OLD)
    assert (refused.value.code, basis_of(refused.value)) == ("ground-of-another-act", ("35",))
    assert "for-others-or-public-interests" in str(refused.value)


# the appeal


@pytest.mark.parametrize(
    ("law", "lacking", "stage"),
    [
        pytest.param(OLD, {Defect.SIGNATURE}, Stage.AWAITING_CORRECTION, id="L-FVL-06-signed"),
        pytest.param(NEW, set(), Stage.FIRST_INSTANCE, id="L-NFVL-02-no-signature"),
    ],
)
def test_an_appeal_without_a_signature(law: LawBook, lacking: set[Defect], stage: Stage) -> None:
    appeal = notified(law).filed(FILED, Defect.SIGNATURE).appeal()
    assert (appeal.lacking, appeal.stage) == (lacking, stage)


@ACTS
@pytest.mark.parametrize("outcome", [Review.CHANGED, Review.PARTLY_CHANGED])
def test_the_first_instance_changes_nothing_to_the_appellants_detriment(
    law: LawBook, outcome: Review
) -> None:
    """Section 33 lets it where the appeal is well founded, section 67 in the appellant's favour."""
    story = notified(law, PART).filed(FILED)
    with pytest.raises(Invalid, match="Only where") as refused:
        story.reviewed(FILED, outcome, result=NONE)
    assert refused.value.code == "result-not-meant"
    assert story.reviewed(FILED, outcome).case.outcome in (PART, ALL)


@ACTS
def test_while_it_has_the_appeal_the_first_instance_may_reverse_too(law: LawBook) -> None:
    story = notified(law, PART).filed(FILED)
    story.reversed(ReversalGround.INVALID, NONE, on=FILED)
    assert story.case.outcome == NONE


@ACTS
@pytest.mark.parametrize(
    ("on", "in_time"),
    [
        pytest.param(date(2027, 5, 8), True, id="L-FVL-09-last-day"),
        pytest.param(date(2027, 5, 9), False, id="L-FVL-09-day-after"),
    ],
)
def test_that_it_is_changed_to_the_detriment_is_told_within_three_months(
    law: LawBook, on: date, *, in_time: bool
) -> None:
    story = forwarded(law, PART)
    story.heard(LATER, Outcome.CHANGED, result=NONE, to_detriment=True)
    if in_time:
        assert story.sent(on=on, says=NoticeContent).notice.sent
        return
    with pytest.raises(RuleBroken, match="2027-05-08"):
        story.sent(on=on, says=NoticeContent)


@pytest.mark.parametrize(
    ("law", "sure"),
    [
        pytest.param(OLD, Confidence.C, id="L-FVL-15-inferred"),
        pytest.param(NEW, Confidence.A, id="L-NFVL-02-said-by-the-act"),
    ],
)
def test_how_sure_it_is_that_nobody_decides_twice(law: LawBook, sure: Confidence) -> None:
    story = notified(law).filed(FILED).reviewed(FILED, by=COLLEAGUE).forwarded(FILED)
    for by, confidence in ((CASE_HANDLER, sure), (COLLEAGUE, Confidence.C)):
        with pytest.raises(RuleBroken) as broken:
            story.heard(LATER, by=by)
        assert broken.value.findings[0].confidence is confidence


@pytest.mark.parametrize(
    ("law", "remedy"),
    [
        pytest.param(OLD, Remedy.A_PERSON_DECIDES, id="L-FVL-13-a-dismissal-can-be-appealed"),
        pytest.param(NEW, Remedy.FINAL, id="L-NFVL-02-no-exception-for-a-dismissal"),
    ],
)
def test_what_the_municipality_s_appeal_body_dismisses(law: LawBook, remedy: Remedy) -> None:
    """Section 28, third paragraph, has an exception; section 61, third paragraph, has none."""
    story = Story(law).opened(DecisionKind.MUNICIPAL, on=DAY).decided(on=DAY)
    story.sent(on=DAY, says=NoticeContent).made_available(DAY).filed(FILED)
    story.accepted(FILED, LateGround.NO_TIME_RUNS).reviewed(FILED)
    story.forwarded(FILED, Instance.MUNICIPAL_APPEALS).heard(LATER, Outcome.DISMISSED)
    assert story.case.be_ruled().remedy is remedy


# before the decision


@pytest.mark.parametrize(
    ("law", "ground", "right"),
    [
        pytest.param(OLD, LeftOut.URGENT, LeftOut.NO_ADDRESS, id="L-FVL-15-not-for-haste"),
        pytest.param(NEW, LeftOut.NO_ADDRESS, LeftOut.NOT_PRACTICABLE, id="L-NFVL-02-no-address"),
    ],
)
def test_advance_notice_is_left_out_on_a_ground_of_the_act(
    law: LawBook, ground: LeftOut, right: LeftOut
) -> None:
    story = Story(law).opened(on=DAY, applied=False)

    def leave_out(one: LeftOut) -> Any:
        return story.case.preparation.leave_notice_out(
            one, text(), decided_on=None, by=CASE_HANDLER, on=DAY, law=law
        )

    with pytest.raises(Invalid, match=right) as refused:
        leave_out(ground)
    assert (refused.value.code, refused.value.field) == ("ground-of-another-act", "ground")
    assert leave_out(right).basis[0].letter in "bc"
