"""What was written in any fact of a plan can be read, by those who read what it is about."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from application.plans.matters import APART, matter
from domain.plans.corrections import FactCorrected
from domain.plans.kinds import PlanFact
from domain.plans.rules.about import AboutKind
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from infrastructure.store.sealing import confidential_fields
from tests.support.documents import attached, withdrawn
from tests.support.forms import attached as upload
from tests.support.history import given
from tests.support.plans import ACTIVITY, OPENED, corrected, drafted, logged, sent_back
from tests.support.stories import PLAN_STORY
from tests.support.town import Town
from tests.web.api.test_comments import AUDITOR, DOCTOR, LEADER, MIDWIFE, SUPERVISOR, said
from tests.web.api.test_corrections import correct, version_of
from tests.web.api.test_journey import GOAL, guided
from tests.web.api.test_refusals import refused

PLAN = Id("00000000-0000-0000-0000-000000000001")
READ_WITH_THE_GROUNDS = {
    "plan.goal-approved",
    "plan.application-submitted",
    "plan.goal-not-achieved",
    "plan.goal-recommended",
    "plan.goal-returned",
    "plan.opened",
    "plan.supervisor-appointed",
    "plan.training-withdrawn",
    "plan.version-proposed",
    "plan.visit-documented",
    "plan.visit-entered",
}
"""A new fact with words is added here, or to ``APART``, by one who has thought of who reads it."""
WRITTEN = [kind for kind in get_args(PlanFact) if confidential_fields(kind)]


@pytest.mark.parametrize("kind", WRITTEN, ids=tag_of)
def test_whatever_holds_words_is_about_something(kind: type[Fact]) -> None:
    place = next(at for at, fact in enumerate(PLAN_STORY, start=1) if isinstance(fact, kind))
    about_kind, about = matter(given(*PLAN_STORY).case, PLAN, place)
    assert about
    assert (about_kind is AboutKind.PLAN) is (about == PLAN)


def test_what_the_readers_of_grounds_may_read_is_chosen() -> None:
    plan = given(*PLAN_STORY).case
    default = {
        tag_of(fact)
        for at, fact in enumerate(PLAN_STORY, start=1)
        if type(fact) in WRITTEN
        and type(fact) not in APART
        and not isinstance(fact, FactCorrected)
        and matter(plan, PLAN, at)[0] is AboutKind.PLAN
    }
    assert default == READ_WITH_THE_GROUNDS


def test_an_evaluation_is_not_read_by_way_of_its_version(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {"scores": [{"aspect": "guidance", "points": 2}], "words": "For lite tid."}
    aasnes.done(f"{plan}/evaluations", *DOCTOR, body)
    version = version_of(aasnes, plan, "plan.establishment-evaluated")
    refused(words(aasnes, plan, version, SUPERVISOR, Reason="x"), 403, "role-not-permitted")
    for who in (DOCTOR, LEADER):
        assert words(aasnes, plan, version, who).json["items"][0]["text"] == "For lite tid."
    refused(words(aasnes, plan, version, AUDITOR), 400, "reason-missing")


def test_a_correction_and_a_withdrawal_are_about_what_they_concern() -> None:
    facts = (OPENED, drafted(), corrected(2), logged(), sent_back(), attached(), withdrawn())
    plan = given(*facts).case
    found = [matter(plan, PLAN, version)[0] for version in range(1, 8)]
    kinds = (AboutKind.PLAN, AboutKind.SESSION, AboutKind.ACTIVITY, AboutKind.GOAL)
    assert found == [kinds[0], *[kinds[1]] * 2, *[kinds[2]] * 2, *[kinds[3]] * 2]
    assert matter(plan, PLAN, 5)[1] == ACTIVITY


def words(town: Town, plan: str, version: int, who: tuple[str, str], **more: str) -> Any:
    return town.get(f"{plan}/facts/{version}/words", *who, **more)


def test_the_reason_of_a_correction_is_read_by_the_readers_of_what_was_corrected(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    assert correct(aasnes, plan, "plan.session-finalised", *SUPERVISOR).status_code == 201
    version = version_of(aasnes, plan, "plan.fact-corrected")
    for who in (DOCTOR, SUPERVISOR):
        (line,) = words(aasnes, plan, version, who).json["items"]
        assert (line["field"], line["text"]) == ("reason", "Ført på feil lege.")
    for who in (LEADER, AUDITOR, MIDWIFE):
        refused(words(aasnes, plan, version, who, Reason="Tilsyn."), 403, "role-not-permitted")
    refused(words(aasnes, plan, version, ("stranger", "doctor")), 404, "unknown-case")


def test_strangers_to_the_words_say_why(aasnes: Town) -> None:
    plan = aasnes.plan()
    said(aasnes, plan, "goal", GOAL)
    version = version_of(aasnes, plan, "plan.comment-added")
    refused(words(aasnes, plan, version, AUDITOR), 400, "reason-missing")
    assert words(aasnes, plan, version, AUDITOR, Reason="Tilsyn.").json["items"][0]["text"]
    (line,) = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert (line["version"], line["field"]) == (version, "text")


def test_a_fact_without_words_has_none_and_a_version_that_is_not_there_is_refused(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    upload(aasnes, plan, *DOCTOR)
    assert words(aasnes, plan, 1, AUDITOR).json["items"] == []
    for version in (0, 99):
        refused(words(aasnes, plan, version, DOCTOR), 400, "unknown-version")
        refused(words(aasnes, plan, version, ("stranger", "doctor")), 404, "unknown-case")
