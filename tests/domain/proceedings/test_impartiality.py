"""Who handles a case: questions are always recorded, and the disqualified do nothing more."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.law.administration import Regime
from domain.law.impartial_places import OF_ACT, Partiality
from domain.proceedings.impartiality import Impartiality
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.support.plans import DOCTOR, text
from tests.support.preparing import (
    OFFICIAL,
    OLD,
    ON,
    QUESTION,
    REQUEST,
    SUBSTITUTE,
    SUPERIOR,
    answered,
    raised,
)
from tests.support.proceedings import COLLEAGUE, Story

OTHER = REQUEST
NEXT_DAY = ON + timedelta(days=1)


GROUNDS = OF_ACT[OLD].grounds


class Asked:
    """A case in which somebody's impartiality is asked about."""

    def __init__(self, official: Id | None = OFFICIAL, *, demands_superior: bool = False) -> None:
        self.story = Story().opened(on=date(2026, 9, 1))
        self.told(raised(self.of, official=official, demands_superior=demands_superior))

    @property
    def of(self) -> Impartiality:
        return self.story.case.preparation.impartiality

    def told(self, fact: Fact) -> Asked:
        self.story.told(fact)
        return self


@pytest.mark.parametrize(
    ("by", "demanded", "no_time", "collegial", "section"),
    [
        pytest.param(OFFICIAL, False, False, False, None, id="L-FVL-15-itself"),
        pytest.param(SUPERIOR, True, False, False, None, id="L-FVL-15-superior-as-demanded"),
        pytest.param(OFFICIAL, True, False, False, (1, 2), id="L-FVL-15-demanded-not-itself"),
        pytest.param(OFFICIAL, True, True, False, None, id="L-FVL-15-demanded-but-no-time"),
        pytest.param(OFFICIAL, False, False, True, (2, 1), id="L-FVL-15-member-of-a-board"),
        pytest.param(OFFICIAL, False, True, True, (2, 1), id="L-FVL-15-board-also-in-haste"),
        pytest.param(SUPERIOR, False, False, True, None, id="L-FVL-15-the-other-members"),
    ],
)
def test_who_answers(
    by: Id, section: tuple[int, int] | None, *, demanded: bool, no_time: bool, collegial: bool
) -> None:
    asked = Asked(demands_superior=demanded)
    if section is None:
        fact = answered(asked.of, by=by, no_time=no_time, collegial=collegial)
        assert asked.told(fact).of.disqualified.keys() == {OFFICIAL}
        return
    with pytest.raises(RuleBroken) as broken:
        answered(asked.of, by=by, no_time=no_time, collegial=collegial)
    (basis,) = broken.value.basis
    assert (basis.section, basis.paragraph, basis.sentence) == ("8", *section)


def test_only_a_party_demands_that_the_superior_answers() -> None:
    asked = Asked()
    asked.told(raised(asked.of, OTHER, by=COLLEAGUE, demands_superior=True))
    assert answered(asked.of, OTHER, by=OFFICIAL)


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_disqualified_neither_acts_nor_decides(ground: Partiality) -> None:
    asked = Asked()
    fact = asked.of.decide(
        QUESTION,
        official=None,
        disqualified=True,
        ground=ground,
        because=text(),
        no_time_because=None,
        collegial=False,
        by=SUPERIOR,
        on=ON,
        regime=OLD,
    )
    asked.told(fact)
    with pytest.raises(RuleBroken) as broken:
        asked.of.refuse(OFFICIAL, on=ON)
    assert (broken.value.rule, broken.value.basis[0]) == ("L-FVL-15", *GROUNDS[ground])
    asked.of.refuse(SUPERIOR, on=ON)
    with pytest.raises(RuleBroken, match="disqualified"):
        asked.story.decided(on=ON, by=OFFICIAL)
    assert asked.story.decided(on=ON, by=SUPERIOR).case.decided


def test_what_is_urgent_is_done_that_day_and_is_no_decision() -> None:
    asked = Asked()
    with pytest.raises(NotAllowed) as refused:
        asked.of.state_urgency(text(), by=OFFICIAL, on=ON, regime=OLD)
    assert refused.value.code == "not-disqualified"
    asked.told(answered(asked.of))
    asked.told(asked.of.state_urgency(text(), by=OFFICIAL, on=ON, regime=OLD))
    asked.of.refuse(OFFICIAL, on=ON)
    with pytest.raises(RuleBroken, match="only another can decide"):
        asked.of.refuse_final(OFFICIAL)
    with pytest.raises(RuleBroken, match="only another can decide"):
        asked.story.decided(on=ON, by=OFFICIAL)
    with pytest.raises(RuleBroken):
        asked.of.refuse(OFFICIAL, on=NEXT_DAY)


@pytest.mark.parametrize(
    ("official", "by", "may"),
    [
        pytest.param(OFFICIAL, OFFICIAL, False, id="L-FVL-15-the-one-asked-about"),
        pytest.param(OFFICIAL, SUPERIOR, True, id="L-FVL-15-another"),
        pytest.param(None, SUPERIOR, False, id="L-FVL-15-nobody-named-is-anybody"),
    ],
)
def test_nobody_decides_while_their_impartiality_is_asked_about(
    official: Id | None, by: Id, *, may: bool
) -> None:
    asked = Asked(official)
    if may:
        assert asked.story.decided(on=ON, by=by).case.decided
        return
    with pytest.raises(RuleBroken, match="answer it first"):
        asked.story.decided(on=ON, by=by)
    asked.told(answered(asked.of, disqualified=False))
    assert asked.story.decided(on=ON, by=by).case.decided


def test_a_question_is_answered_once_and_may_be_asked_anew() -> None:
    asked = Asked()
    asked.told(answered(asked.of))
    with pytest.raises(NotAllowed, match="raise a new one"):
        answered(asked.of, disqualified=False)
    asked.told(raised(asked.of, OTHER, by=COLLEAGUE))
    asked.told(answered(asked.of, OTHER, disqualified=False))
    asked.of.refuse(OFFICIAL, on=ON)
    with pytest.raises(NotAllowed) as refused:
        asked.of.appoint(QUESTION, SUBSTITUTE, party=DOCTOR, by=SUPERIOR, on=ON, regime=OLD)
    assert refused.value.code == "not-disqualified"


@pytest.mark.parametrize(
    ("disqualified", "ground", "official", "code"),
    [
        (True, None, OFFICIAL, "ground-of-partiality"),
        (False, Partiality.RELATED, OFFICIAL, "ground-of-partiality"),
        (True, Partiality.RELATED, None, "official-missing"),
    ],
)
def test_an_answer_says_who_and_why(
    ground: Partiality | None, official: Id | None, code: str, *, disqualified: bool
) -> None:
    asked = Asked(None)
    with pytest.raises(Invalid) as refused:
        asked.of.decide(
            QUESTION,
            official=official,
            disqualified=disqualified,
            ground=ground,
            because=text(),
            no_time_because=None,
            collegial=False,
            by=SUPERIOR,
            on=ON,
            regime=OLD,
        )
    assert refused.value.code == code


@pytest.mark.parametrize("substitute", [OFFICIAL, DOCTOR, COLLEAGUE])
def test_a_substitute_is_neither_party_nor_disqualified(substitute: Id) -> None:
    asked = Asked()
    asked.told(answered(asked.of))
    asked.told(raised(asked.of, OTHER, COLLEAGUE)).told(answered(asked.of, OTHER))
    with pytest.raises(RuleBroken, match="appoint another") as broken:
        asked.of.appoint(QUESTION, substitute, party=DOCTOR, by=SUPERIOR, on=ON, regime=OLD)
    assert broken.value.basis[0].section == "9"
    fact = asked.of.appoint(QUESTION, SUBSTITUTE, party=DOCTOR, by=SUPERIOR, on=ON, regime=OLD)
    assert (fact.official, fact.substitute) == (OFFICIAL, SUBSTITUTE)


def test_an_unknown_question_is_told_so() -> None:
    with pytest.raises(NotFound):
        answered(Asked().of, OTHER)


def test_one_directly_under_a_disqualified_official_prepares_and_does_not_decide() -> None:
    """Section 6, third paragraph; answered otherwise later, it holds no more."""
    asked = Asked(by_id := OFFICIAL)
    asked.told(answered(asked.of, subordinates=(COLLEAGUE,)))
    of = asked.of
    of.refuse_final(COLLEAGUE)
    of.refuse(COLLEAGUE, on=ON)
    with pytest.raises(RuleBroken, match="directly under") as refused:
        of.refuse_subordinate(COLLEAGUE)
    assert [cited.paragraph for cited in refused.value.findings[0].basis] == [3]
    assert [*of.against_deciding(COLLEAGUE, Regime.ACT_OF_1967)]
    of.refuse_subordinate(SUPERIOR)
    asked.told(raised(of, question=OTHER, official=by_id))
    asked.told(answered(asked.of, OTHER, disqualified=False))
    asked.of.refuse_subordinate(COLLEAGUE)


@pytest.mark.parametrize(
    ("under", "disqualified"),
    [
        pytest.param(COLLEAGUE, False, id="L-FVL-15-only-where-the-superior-is-disqualified"),
        pytest.param(OFFICIAL, True, id="L-FVL-15-nobody-is-under-themselves"),
    ],
)
def test_subordinates_that_cannot_be(under: Id, *, disqualified: bool) -> None:
    asked = Asked()
    with pytest.raises(Invalid) as refused:
        answered(asked.of, disqualified=disqualified, subordinates=(under,))
    assert refused.value.code == "subordinates"


def test_one_under_two_who_are_disqualified_waits_for_both_to_be_found_impartial() -> None:
    """Section 6, third paragraph: an answer is about those under that official alone."""
    asked, anew = Asked(), Id(f"{UUID(int=0x0BE6)}")
    asked.told(answered(asked.of, subordinates=(SUBSTITUTE,)))
    asked.told(raised(asked.of, OTHER, COLLEAGUE))
    asked.told(answered(asked.of, OTHER, subordinates=(SUBSTITUTE,)))
    asked.told(raised(asked.of, anew, COLLEAGUE))
    asked.told(answered(asked.of, anew, disqualified=False))
    with pytest.raises(RuleBroken, match="Your superior"):
        asked.story.decided(on=ON, by=SUBSTITUTE)
