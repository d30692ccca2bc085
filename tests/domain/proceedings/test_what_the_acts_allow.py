"""What may be done under the act of 2025 and not under that of 1967, and the other way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.advance_notice_places import LeftOut
from domain.law.aside import SuperiorGround
from domain.law.book import LawBook
from domain.law.notices import NoticeContent
from domain.law.remedies import DecisionKind, Instance, Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome, Review, Stage
from domain.proceedings.rules.first_instance import LateGround
from domain.shared.findings import Confidence
from domain.shared.refusals import Invalid, RuleBroken
from tests.support.aside import AsideStory
from tests.support.both_acts import (
    ACTS,
    ALL,
    DAY,
    FILED,
    LATER,
    NEW,
    NONE,
    OLD,
    PART,
    basis_of,
    cited,
    forwarded,
    notified,
)
from tests.support.plans import text
from tests.support.proceedings import CASE_HANDLER, COLLEAGUE, Story

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
