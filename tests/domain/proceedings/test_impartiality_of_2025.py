"""Impartiality and access under the act of 2025, against what the act of 1967 has otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.access_places import AccessGround
from domain.law.administration import Regime
from domain.law.impartial_places import Partiality
from domain.law.proposed import PROPOSED
from domain.proceedings.impartiality import Impartiality
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from tests.support.plans import DOCTOR, text
from tests.support.preparing import (
    OFFICIAL,
    OLD,
    QUESTION,
    REQUEST,
    SUBSTITUTE,
    SUPERIOR,
    answered,
    raised,
    refused,
)
from tests.support.proceedings import Story

NEW = Regime.ACT_OF_2025
LAW = PROPOSED["new-administration-act"]
DAY = date(2027, 2, 1)


def asked(*, demands_superior: bool = False) -> tuple[Story, Impartiality]:
    story = Story(LAW).opened(on=DAY)
    of = story.case.preparation.impartiality
    story.told(raised(of, demands_superior=demands_superior, on=DAY))
    return story, of


def places(*cited: object) -> list[str]:
    return [str(one).partition("§ ")[2] for one in cited]


@pytest.mark.parametrize(
    ("demanded", "collegial", "old"),
    [
        pytest.param(True, False, "8 første ledd andre punktum", id="L-FVL-15-demanded"),
        pytest.param(False, True, "8 andre ledd første punktum", id="L-FVL-15-member-of-a-board"),
    ],
)
def test_who_is_asked_about_answers_unless_they_find_that_others_should(
    old: str, *, demanded: bool, collegial: bool
) -> None:
    """Section 29, second paragraph; section 8 gave a party, and the board, the say."""
    _, of = asked(demands_superior=demanded)
    with pytest.raises(RuleBroken) as broken:
        answered(of, by=OFFICIAL, collegial=collegial, regime=OLD)
    assert places(*broken.value.basis) == [old]
    fact = answered(of, by=OFFICIAL, collegial=collegial, disqualified=False, regime=NEW)
    assert places(*fact.basis) == ["29 andre ledd"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("regime", "ground", "right"),
    [
        pytest.param(OLD, Partiality.STEP_FAMILY, Partiality.RELATED, id="L-FVL-15-step"),
        pytest.param(
            OLD, Partiality.DECIDED_BELOW, Partiality.SPECIAL_CIRCUMSTANCES, id="L-FVL-15"
        ),
        pytest.param(NEW, Partiality.RELATED, Partiality.SIBLING, id="L-NFVL-02-related"),
        pytest.param(NEW, Partiality.MARRIED_OR_FOSTERED, Partiality.PARTNER, id="L-NFVL-02-wed"),
    ],
)
def test_the_ground_is_one_of_the_act(
    regime: Regime, ground: Partiality, right: Partiality
) -> None:
    _, of = asked()
    with pytest.raises(Invalid, match=right) as told:
        answered(of, ground=ground, regime=regime)
    assert (told.value.code, told.value.rule) == ("ground-of-another-act", "L-FVL-15")
    assert answered(of, ground=right, regime=regime)


def test_what_follows_cites_the_act_it_was_answered_by() -> None:
    story, of = asked()
    with pytest.raises(RuleBroken) as broken:
        story.decided(on=DAY, by=OFFICIAL)
    assert places(*broken.value.basis) == ["29 andre ledd"]
    with pytest.raises(NotAllowed) as told:
        of.state_urgency(text(), by=OFFICIAL, on=DAY, regime=NEW)
    assert places(*told.value.basis) == ["28 første ledd"]
    story.told(answered(of, ground=Partiality.PARTNER, on=DAY, regime=NEW))
    with pytest.raises(RuleBroken, match="section 28") as broken:
        of.refuse(OFFICIAL, on=DAY)
    assert places(*broken.value.basis) == ["26 andre ledd bokstav a", "25 første ledd"]
    with pytest.raises(RuleBroken) as broken:
        appoint(of, OFFICIAL)
    assert places(*broken.value.basis) == ["29 fjerde ledd første punktum"]
    assert appoint(of, SUBSTITUTE)
    urgent = of.state_urgency(text(), by=OFFICIAL, on=DAY, regime=NEW)
    assert places(*urgent.basis) == ["28 første ledd"]


def appoint(of: Impartiality, substitute: Id) -> object:
    return of.appoint(QUESTION, substitute, party=DOCTOR, by=SUPERIOR, on=DAY, regime=NEW)


@pytest.mark.parametrize(
    ("regime", "ground", "right", "cited"),
    [
        pytest.param(
            OLD,
            AccessGround.SOURCE,
            AccessGround.SPECIAL_REASONS,
            ["19 andre ledd bokstav b", "21 første ledd"],
            id="L-FVL-15-a-source",
        ),
        pytest.param(
            NEW,
            AccessGround.SPECIAL_REASONS,
            AccessGround.SOURCE,
            ["50 første ledd bokstav e", "53 første ledd"],
            id="L-NFVL-02-special-reasons",
        ),
        pytest.param(
            NEW,
            AccessGround.ANOTHERS_HEALTH,
            AccessGround.PERSONAL_CIRCUMSTANCES,
            ["50 første ledd bokstav a", "53 første ledd"],
            id="L-NFVL-02-anothers-health",
        ),
    ],
)
def test_access_is_refused_on_a_ground_of_the_act(
    regime: Regime, ground: AccessGround, right: AccessGround, cited: list[str]
) -> None:
    story = Story(LAW).opened(on=DAY)
    access = story.case.preparation.access
    story.told(access.ask(REQUEST, text(), received_on=DAY, by=DOCTOR))
    with pytest.raises(Invalid, match=right) as told:
        refused(access, ground, regime=regime)
    assert (told.value.code, told.value.field) == ("ground-of-another-act", "ground")
    fact = refused(access, right, regime=regime)
    assert places(*fact.basis) == cited  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("regime", "given", "wrong"),
    [
        pytest.param(OLD, "18 første ledd første punktum", "21 andre ledd", id="L-FVL-15-given"),
        pytest.param(NEW, "46 første ledd første punktum", "53 andre ledd", id="L-NFVL-02-given"),
    ],
)
def test_access_is_given_by_the_act(regime: Regime, given: str, wrong: str) -> None:
    story = Story(LAW).opened(on=DAY)
    access = story.case.preparation.access
    story.told(access.ask(REQUEST, text(), received_on=DAY, by=DOCTOR))
    fact = access.give(REQUEST, by=OFFICIAL, on=DAY, regime=regime)
    assert places(*fact.basis) == [given]
    story.told(fact)
    with pytest.raises(NotAllowed) as told:
        access.give(REQUEST, by=OFFICIAL, on=DAY, regime=regime)
    assert places(*told.value.basis) == [wrong]
