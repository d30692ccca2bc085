"""The party's access to the documents: always asked for, answered to the letter, appealed."""

from __future__ import annotations

import pytest

from domain.law.access_places import OF_ACT, AccessGround
from domain.law.remedies import Instance
from domain.proceedings.access import AccessRequests, AccessStage
from domain.shared.refusals import NotAllowed, NotFound
from tests.support.plans import DOCTOR, text
from tests.support.preparing import OFFICIAL, OLD, ON, QUESTION, REQUEST, refused
from tests.support.proceedings import Story

GROUNDS = OF_ACT[OLD].grounds


class Desk:
    """A case in which the party asked for the documents."""

    def __init__(self, story: Story | None = None) -> None:
        self.story = story or Story().opened()
        self.told(self.of.ask(REQUEST, text(), received_on=ON, by=DOCTOR))

    @property
    def of(self) -> AccessRequests:
        return self.story.case.preparation.access

    @property
    def stage(self) -> AccessStage:
        return self.of.request(REQUEST).stage

    def told(self, fact: object) -> Desk:
        self.story.told(fact)  # type: ignore[arg-type]
        return self

    def do(self, act: str) -> Desk:
        access = act == "answer-given"
        match act:
            case "give":
                return self.told(self.of.give(REQUEST, by=OFFICIAL, on=ON, regime=OLD))
            case "refuse":
                return self.told(refused(self.of))
            case "appeal":
                return self.told(self.of.appeal(REQUEST, None, received_on=ON, by=DOCTOR))
            case "forward":
                by, decided_by = OFFICIAL, Instance.ESTABLISHMENT
                return self.told(
                    self.of.forward(REQUEST, decided_by=decided_by, by=by, on=ON, regime=OLD)
                )
        answer = self.of.enter_answer(REQUEST, access=access, by=OFFICIAL, on=ON, regime=OLD)
        return self.told(answer)


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_refusal_names_its_provision_and_the_right_to_appeal(ground: AccessGround) -> None:
    fact = refused(Desk().of, ground)
    assert fact.basis == (*GROUNDS[ground], *fact.basis[1:])  # type: ignore[attr-defined]
    assert fact.basis[1].section == "21"  # type: ignore[attr-defined]


def test_the_letters_of_section_19() -> None:
    of_19 = [one.nb.partition("§ ")[2] for (one,) in GROUNDS.values() if one.section == "19"]
    assert of_19 == [
        "19 første ledd bokstav a",
        "19 første ledd bokstav b",
        "19 første ledd bokstav c",
        "19 første ledd bokstav d",
        "19 andre ledd bokstav a",
        "19 andre ledd bokstav b",
    ]


@pytest.mark.parametrize(
    ("acts", "stage", "waits"),
    [
        pytest.param("", "asked", True, id="L-FVL-15-asked"),
        pytest.param("give", "given", False, id="L-FVL-15-given"),
        pytest.param("refuse", "refused", False, id="L-FVL-15-refused"),
        pytest.param("refuse give", "given", False, id="L-FVL-15-thought-over"),
        pytest.param("refuse appeal", "appealed", True, id="L-FVL-15-appealed"),
        pytest.param("refuse appeal give", "given", False, id="L-FVL-15-given-after-all"),
        pytest.param("refuse appeal forward", "forwarded", True, id="L-FVL-15-forwarded"),
        pytest.param(
            "refuse appeal forward answer-given", "given", False, id="L-FVL-15-body-gives"
        ),
        pytest.param(
            "refuse appeal forward answer-refused", "upheld", False, id="L-FVL-15-body-upholds"
        ),
        pytest.param(
            "refuse appeal forward answer-refused give", "given", False, id="L-FVL-15-more-access"
        ),
        # What the party sends is recorded where nothing can come of it too.
        pytest.param("appeal", "asked", True, id="L-FVL-15-appealed-too-early"),
        pytest.param("give appeal", "given", False, id="L-FVL-15-appealed-though-given"),
        pytest.param("refuse appeal appeal", "appealed", True, id="L-FVL-15-appealed-twice"),
    ],
)
def test_the_way_of_a_request(acts: str, stage: str, *, waits: bool) -> None:
    desk = Desk()
    told = desk.story.case.version
    for act in acts.split():
        desk.do(act)
    assert desk.stage == stage
    assert bool(desk.of.waiting) is waits
    assert desk.story.case.version == told + len(acts.split())


@pytest.mark.parametrize(
    ("acts", "wrong"),
    [
        ("give", "give"),
        ("give", "refuse"),
        ("refuse", "refuse"),
        ("", "forward"),
        ("refuse", "forward"),
        ("refuse appeal", "answer-given"),
        ("refuse appeal forward", "forward"),
    ],
)
def test_what_the_body_may_not_do(acts: str, wrong: str) -> None:
    desk = Desk()
    for act in acts.split():
        desk.do(act)
    with pytest.raises(NotAllowed) as refusal:
        desk.do(wrong)
    assert (refusal.value.code, refusal.value.rule) == ("access-in-wrong-stage", "L-FVL-15")


@pytest.mark.parametrize(
    ("decided_by", "to"),
    [
        pytest.param(Instance.ESTABLISHMENT, "county-governor", id="L-FVL-15-municipality"),
        pytest.param(Instance.DIRECTORATE, "superior-body", id="L-FVL-13-state-body"),
    ],
)
def test_who_hears_an_appeal_over_access(decided_by: Instance, to: str) -> None:
    desk = Desk().do("refuse").do("appeal")
    fact = desk.of.forward(REQUEST, decided_by=decided_by, by=OFFICIAL, on=ON, regime=OLD)
    assert (fact.to, fact.basis[0].section) == (to, "21")


def test_the_right_lasts_after_the_decision() -> None:
    assert Desk(Story().opened().decided(on=ON)).do("give").stage is AccessStage.GIVEN


def test_an_unknown_request_is_told_so() -> None:
    with pytest.raises(NotFound):
        Desk().of.appeal(QUESTION, None, received_on=ON, by=DOCTOR)
