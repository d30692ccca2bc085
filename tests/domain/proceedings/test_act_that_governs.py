"""What facts and refusals cite, and what may be done, under the act that governs the decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.law.book import LawBook
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome
from domain.shared.refusals import RuleBroken
from tests.support.both_acts import (
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
from tests.support.proceedings import CASE_HANDLER, Story


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
