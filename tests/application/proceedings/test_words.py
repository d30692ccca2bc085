"""Whatever stands as a code in a trail is told in words, and every step of it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

import pytest

from application.actors import Role
from application.letters.letter import LetterKind
from application.proceedings.before.rows import WaitsBefore
from application.proceedings.beside import words as beside
from application.proceedings.documents.rows import WaitsToBeSeen
from application.proceedings.rows import Waits
from application.proceedings.trails import words as w
from application.proceedings.trails.appeals import STEPS as STEPS_OF_APPEAL
from application.proceedings.trails.told.appeals import CAME_TO, SENTENCES
from application.proceedings.trails.told.lines import law_book
from application.proceedings.trails.told.step_words import STEPS
from application.role_names import ROLES
from domain.calendar.appeal_question import ArrivalBasis, Channel
from domain.calendar.timeliness import Late, Verdict
from domain.law.aside import SuperiorGround
from domain.law.notices import NoticeContent
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind, Instance, Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.access import AccessStage
from domain.proceedings.appeal import Defect, Outcome, Review, Stage
from domain.proceedings.appeal_facts import AppealFact, AppealFiled
from domain.proceedings.notice import Because
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import SET_ASIDE, Decided, Source
from domain.shared.facts import tag_of
from domain.shared.texts import Text
from domain.stored_facts import StoredFact

TOLD: tuple[tuple[Mapping[str, Text], Iterable[str]], ...] = (
    (ROLES, Role),
    (w.CHANNELS, Channel),
    (w.ARRIVED_BY, ArrivalBasis),
    (w.CONTENTS, NoticeContent),
    (w.REMEDIES, Remedy),
    (w.SOURCES, Source),
    (w.OUTCOMES, (*Decided, *Outcome, SET_ASIDE)),
    (w.KINDS, DecisionKind),
    (w.GROUNDS, (*ReversalGround, *SuperiorGround, *LateGround)),
    (w.BECAUSE, Because),
    (w.STAGES, Stage),
    (w.VERDICTS, Verdict),
    (w.LATE, Late),
    (w.DEFECTS, Defect),
    (w.REVIEWS, Review),
    (w.BODIES, Instance),
    (w.WAITING, (*Waits, *WaitsBefore, *WaitsToBeSeen)),
    (beside.LETTERS, LetterKind),
    (beside.STAGES_OF_ACCESS, AccessStage),
)


@pytest.mark.parametrize(("words", "codes"), TOLD)
def test_every_code_has_words(words: Mapping[str, Text], codes: Iterable[str]) -> None:
    assert [code for code in codes if code not in words] == []


def test_every_fact_of_a_proceeding_is_told_in_who_did_what() -> None:
    own = (kind for kind in get_args(StoredFact) if tag_of(kind).startswith("proceeding."))
    assert STEPS.keys() == {tag_of(kind) for kind in own}


def test_everything_that_happens_to_an_appeal_is_told_in_it() -> None:
    """A new fact about an appeal is given its line in the trail, by whoever adds it."""
    about = {kind for kind in get_args(AppealFact) if "appeal" in kind.__struct_fields__}
    assert STEPS_OF_APPEAL.keys() == about - {AppealFiled}
    assert SENTENCES.keys() == {tag_of(kind) for kind in STEPS_OF_APPEAL}
    coded = {tag_of(kind) for kind, (_, _, what) in STEPS_OF_APPEAL.items() if what}
    assert coded == CAME_TO.keys()


def test_a_law_book_is_named_in_both_languages() -> None:
    said = law_book(PROPOSED["hearing-2024"].version)
    assert "slik den var kunngjort" in said.nb
    assert "announced" not in said.nb
    assert "as announced by" in said.en
