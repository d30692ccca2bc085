"""A document from one without authority is kept as it came, and taken into a case once."""

from __future__ import annotations

import pytest

from domain.incoming.incoming import Stage
from domain.shared.findings import Force
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.support.case_documents import PLACES
from tests.support.incoming import DOCUMENT, RECEIVED_ON, Arrived


def test_it_waits_with_the_body_and_keeps_the_day_it_came() -> None:
    case = Arrived().received().kept().case
    assert (case.stage, case.received_on) == (Stage.WAITING, RECEIVED_ON)
    assert case.document
    assert case.document.document == DOCUMENT


def test_it_is_taken_in_once_and_again_when_that_was_an_error() -> None:
    story = Arrived().received().kept().taken_in()
    assert story.case.stage is Stage.PLACED
    with pytest.raises(NotAllowed, match="placed in a case"):
        story.taken_in()
    assert story.corrected().case.stage is Stage.WAITING
    assert story.taken_in().case.placed


def test_a_document_is_no_appeal_and_words_are_no_document() -> None:
    with pytest.raises(NotAllowed) as refused:
        Arrived().received().kept().placed()
    assert refused.value.code == "is-a-document"
    with pytest.raises(NotAllowed) as refused:
        Arrived().received().taken_in()
    assert refused.value.code == "not-a-document"


def test_that_it_came_is_never_corrected_away_and_it_may_be_set_aside() -> None:
    story = Arrived().received().kept()
    with pytest.raises(NotAllowed, match="cannot be corrected away"):
        story.corrected(2)
    with pytest.raises(NotAllowed, match="set aside"):
        story.set_aside().taken_in()


def test_no_patient_is_recognisable_in_it() -> None:
    """R-KP-03, as of every file; what was found is kept where somebody answers for it."""
    with pytest.raises(RuleBroken) as refused:
        Arrived().received().kept(names_no_patient=False)
    assert refused.value.rule == "R-KP-03"
    kept = Arrived().received().kept(places=PLACES).case.document
    assert kept
    assert [one.force for one in kept.findings] == [Force.INFO]
