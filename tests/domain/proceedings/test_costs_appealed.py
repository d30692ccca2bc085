"""An appeal over costs: it names its ruling, and changes nothing but the costs (section 36)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.timeliness import Verdict
from domain.law.remedies import Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Outcome, Review, Stage
from domain.proceedings.rulings import Decided, Source
from domain.shared.refusals import Invalid, RuleBroken
from tests.support.aside import BOARD, DIRECTORATE, AsideStory, changed_in_favour
from tests.support.plans import DOCTOR
from tests.support.proceedings import OTHER_APPEAL, OTHER_PARTY

ALL, PART, NONE = Decided.GRANTED, Decided.PARTLY_GRANTED, Decided.REFUSED


def refused_costs() -> AsideStory:
    """Return the story of a claim refused and told of on 1 June 2026."""
    story = changed_in_favour()
    story.claimed(date(2026, 5, 6)).decided_costs(date(2026, 6, 1), NONE, 0)
    story.notified(date(2026, 6, 1))
    return story


def test_another_who_claimed_got_the_notice_and_appeals_by_it() -> None:
    story = changed_in_favour()
    story.claimed(date(2026, 5, 6), claimant=OTHER_PARTY)
    story.decided_costs(date(2026, 6, 1), NONE, 0).notified(date(2026, 6, 1))
    costs = story.case.be_ruled()
    assert (costs.appellant, costs.concerns(DOCTOR)) == (OTHER_PARTY, False)
    story.filed(date(2026, 6, 22), appellant=OTHER_PARTY, ruling=costs.at)
    story.filed(date(2026, 6, 23), appeal=OTHER_APPEAL, appellant=DOCTOR)
    assert story.appeal().verdict == Verdict.IN_TIME
    assert story.appeal(OTHER_APPEAL).filed.against != costs.at


def test_what_is_decided_of_costs_has_a_notice_and_a_time_to_appeal() -> None:
    story = refused_costs()
    ruling = story.case.be_ruled()
    assert (ruling.source, ruling.outcome, ruling.remedy) == (Source.COSTS, None, Remedy.APPEAL)
    assert (ruling.heard_by, story.last_day) == (BOARD, date(2026, 6, 22))
    assert story.case.outcome == ALL
    # It is no less in force once the decision itself is another.
    story.reversed(ReversalGround.INVALID, PART, on=date(2026, 6, 2))
    assert ruling in story.case.rulings.in_force


def test_an_appeal_is_over_costs_only_where_it_names_the_ruling() -> None:
    story = refused_costs()
    costs = story.case.be_ruled()
    story.filed(date(2026, 6, 22), ruling=costs.at)
    over_costs = story.appeal()
    assert story.case.ruling_against(over_costs) is costs
    assert (over_costs.verdict, over_costs.stage) == (Verdict.IN_TIME, Stage.FIRST_INSTANCE)
    story.filed(date(2026, 6, 23), appeal=OTHER_APPEAL)
    against = story.case.ruling_against(story.appeal(OTHER_APPEAL))
    assert against
    assert (against.source, story.appeal(OTHER_APPEAL).verdict) == (Source.REVERSED, "late")
    # More on either joins the one it is of.
    story.filed(date(2026, 6, 23), ruling=costs.at)
    assert len(over_costs.supplements) == 1


def test_an_appeal_over_costs_changes_nothing_but_the_costs() -> None:
    story = refused_costs()
    story.filed(date(2026, 6, 2), ruling=story.case.be_ruled().at)
    story.reviewed(date(2026, 6, 8), Review.PARTLY_CHANGED)
    assert story.case.outcome == ALL
    assert story.case.aside.decides(story.claim) == DIRECTORATE
    story.decided_costs(date(2026, 6, 8), PART, 30_000)
    assert story.case.aside.decides(story.claim) is None
    story.rest(date(2026, 6, 9), maintained=True).forwarded(date(2026, 6, 9))
    with pytest.raises(Invalid, match="Only where a decision is changed"):
        story.heard(date(2026, 9, 1), Outcome.CHANGED, result=ALL)
    story.heard(date(2026, 9, 1), Outcome.CHANGED)
    assert story.case.outcome == ALL
    with pytest.raises(RuleBroken, match="personnel-board"):
        story.decided_costs(date(2026, 9, 1))
    story.decided_costs(date(2026, 9, 1), body=BOARD)
    assert story.case.be_ruled().remedy is Remedy.FINAL
    # An appeal that names nothing is still over the decision.
    story.filed(date(2026, 9, 3), appeal=OTHER_APPEAL)
    against = story.case.ruling_against(story.appeal(OTHER_APPEAL))
    assert against
    assert not against.of_costs


def test_quashed_costs_are_decided_anew_at_first_instance() -> None:
    story = refused_costs()
    story.filed(date(2026, 6, 2), ruling=story.case.be_ruled().at)
    story.reviewed(date(2026, 6, 8)).forwarded(date(2026, 6, 8))
    story.heard(date(2026, 9, 1), Outcome.QUASHED)
    assert (story.case.outcome, story.case.aside.decides(story.claim)) == (ALL, DIRECTORATE)
    (waiting,) = story.case.aside.waiting
    assert (waiting.what, waiting.since) == ("decide-costs", date(2026, 9, 1))
