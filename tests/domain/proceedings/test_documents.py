"""Documents of a case: in whose room they are, who keeps what, and what leans on them."""

from __future__ import annotations

from datetime import date
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.proceedings.appeal import Review
from domain.proceedings.facts import ProceedingFactCorrected
from domain.shared.facts import Fact
from domain.shared.findings import Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.support.case_documents import DOCUMENT, ON, OWN, PLACES, document
from tests.support.plans import DOCTOR, text
from tests.support.proceedings import APPEAL, CASE_HANDLER, Story, refused

FIRST, BODY = "directorate", "personnel-board"
VIEWERS = (None, FIRST, BODY)


def forwarded() -> Story:
    story = refused().filed(date(2026, 4, 14)).reviewed(date(2026, 4, 20), Review.MAINTAINED)
    return story.forwarded(date(2026, 4, 21))


def with_own(story: Story, instance: str, *, internal: bool = True) -> Story:
    return story.told(
        document(story.case, OWN, instance=instance, own=True, internal=internal, by=CASE_HANDLER)
    )


@pytest.mark.parametrize(("owner", "viewer"), [*product((FIRST, BODY), VIEWERS)])
def test_an_internal_document_is_for_its_own_instance_alone(owner: str, viewer: str | None) -> None:
    case = with_own(forwarded(), owner).case
    assert (OWN in case.documents_kept_from(viewer)) == (viewer != owner)


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_is_not_internal_is_for_all(viewer: str | None) -> None:
    story = with_own(forwarded(), FIRST, internal=False)
    story.told(document(story.case))
    assert story.case.documents_kept_from(viewer) == frozenset()


def test_recorded_in_error_an_internal_document_stays_in_its_room() -> None:
    story = with_own(refused(), FIRST)
    case = story.case
    story.told(
        case.mark(ProceedingFactCorrected, case.version, by=CASE_HANDLER, on=ON, reason=text())
    )
    assert OWN not in case.documents.by_id
    assert case.documents_kept_from(None) == {OWN}
    assert case.documents_kept_from(FIRST) == frozenset()


def test_those_who_had_it_keep_it() -> None:
    story = refused()
    story.told(document(story.case))
    story.told(
        story.case.documents.withdraw(
            DOCUMENT, kept_by=story.case.instances, reason=text(), by=DOCTOR, on=ON
        )
    )
    found = story.case.documents.document(DOCUMENT)
    assert [found.is_read_by(viewer) for viewer in VIEWERS] == [False, True, False]


def test_an_appeal_body_keeps_nothing_it_could_not_see() -> None:
    story = with_own(forwarded(), FIRST)
    withdrawn = story.case.documents.withdraw(
        OWN, kept_by=story.case.instances, reason=text(), by=CASE_HANDLER, on=ON
    )
    assert withdrawn.kept_by == (FIRST,)


def test_a_document_neither_opens_a_case_nor_leans_on_an_appeal() -> None:
    story = refused().filed(date(2026, 4, 14)).withdrawn(date(2026, 4, 15)).closed(ON)
    case = story.case
    story.told(document(case, appeal=APPEAL))
    assert case.closed
    filed = next(version for version, fact in case.told(type(case.appeals.appeal(APPEAL).filed)))
    assert case.version not in case.leaning_on(filed)


def test_what_was_done_with_a_document_leans_on_it() -> None:
    story = refused()
    case = story.told(document(story.case)).case
    at = case.version
    story.told(case.documents.note(DOCUMENT, by=CASE_HANDLER, on=ON))
    assert list(case.leaning_on(at)) == [at + 1]


def test_what_looked_like_a_patient_is_kept_when_somebody_answers_for_it() -> None:
    case = refused().case
    (found,) = document(case, places=PLACES).findings
    assert (found.rule, found.force) == ("R-KP-03", Force.INFO)
    with pytest.raises(RuleBroken) as broken:
        document(case, places=PLACES, names_no_patient=False)
    assert len(broken.value.findings) == 2


def test_what_there_is_not_is_refused() -> None:
    story = refused()
    case = story.case
    with pytest.raises(NotFound):
        document(case, appeal=APPEAL)
    with pytest.raises(Invalid):
        document(case, internal=True)
    story.told(document(case))
    with pytest.raises(NotAllowed):
        document(case)
    with pytest.raises(NotAllowed):
        case.documents.forward(DOCUMENT, appeal=APPEAL, to=BODY, by=CASE_HANDLER, on=ON)


def _done(story: Story, what: str, one: Id, chosen: Id) -> Fact:
    """Return what an act comes to: a new document, or something done with an earlier one."""
    case = story.case
    match what:
        case "party":
            return document(case, one)
        case "send":
            return case.documents.forward(chosen, appeal=APPEAL, to=BODY, by=CASE_HANDLER, on=ON)
        case "withdraw":
            kept = case.instances
            return case.documents.withdraw(chosen, kept_by=kept, reason=text(), by=DOCTOR, on=ON)
    instance = FIRST if what.startswith("first") else BODY
    internal = what.endswith("internal")
    return document(case, one, instance=instance, own=True, internal=internal)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("party", "first", "first-internal", "body-internal", "send", "withdraw")),
        st.integers(0, 5),
    ),
    max_size=12,
)


@given(ACTS)
def test_in_whatever_order_no_party_knows_of_an_internal_one_nor_loses_what_is_listed(
    acts: list[tuple[str, int]],
) -> None:
    story = forwarded()
    case, made = story.case, list[Id]()
    for place, (what, which) in enumerate(acts):
        one = Id(f"{UUID(int=0xD000 + place)}")
        chosen = made[which % len(made)] if made else one
        try:
            story.told(_done(story, what, one, chosen))
        except (NotAllowed, NotFound):
            continue
        if what not in ("send", "withdraw"):
            made.append(one)
    assert list(case.documents.by_id) == made
    internal = {one for one in made if case.documents.document(one).attached.internal}
    assert case.documents_kept_from(None) == internal
    for one in made:
        found = case.documents.document(one)
        had = {viewer for viewer in (FIRST, BODY) if found.is_open_to(viewer)}
        assert found.withdrawn is None or {*found.withdrawn.kept_by} == had
