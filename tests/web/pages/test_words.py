"""Both languages say all there is to say on the pages: nothing lacks, is doubtful or left over."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from application.plans.tasks.room import TaskKind
from domain.catalogue.group_years import GroupYear
from domain.exemptions.status import Status
from domain.organisations.organisation import Office
from domain.plans.activities import ActivityStage
from domain.plans.guidance import SessionStage
from domain.plans.invitations import InvitationStage
from domain.plans.path import PathStage
from domain.plans.programme import Party
from domain.plans.reassessment import ReassessmentStage
from domain.plans.visits import Direction, VisitSetting
from domain.practitioners.practitioner import Authorisation
from infrastructure.contents.examining import ENDINGS
from web.pages import frame, tasks
from web.pages.forms import FORMS
from web.pages.words import codes

PAGES = Path(__file__).parents[3] / "web/pages"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]


def used() -> set[Any]:
    found = extract_from_dir(PAGES, METHODS)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_catalogue_is_complete(language: str) -> None:
    with (PAGES / f"translations/{language}/LC_MESSAGES/messages.po").open("rb") as told:
        catalogue = {one.id: one for one in read_po(told) if one.id}
    assert set(catalogue) == used()
    for message in catalogue.values():
        assert not message.fuzzy
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(said), message.id


def test_bokmaal_says_what_is_written_on_the_pages() -> None:
    with (PAGES / "translations/nb/LC_MESSAGES/messages.po").open("rb") as told:
        assert all(one.string == one.id for one in read_po(told) if one.id)


def test_every_form_has_words_for_its_fields_and_for_what_can_be_chosen() -> None:
    # Every area has put its forms up by the time it is put on the application.
    assert frame.AREAS
    assert len(FORMS) > 200
    for name, form in FORMS.items():
        for field in form.asked:
            assert field.label.nb, name
            assert field.label.en, name
            assert all(says for _, says in field.options), name


@pytest.mark.parametrize(
    "kind",
    [
        SessionStage,
        ActivityStage,
        PathStage,
        InvitationStage,
        ReassessmentStage,
        Status,
        Party,
        Direction,
        VisitSetting,
        Office,
        Authorisation,
        GroupYear,
    ],
)
def test_every_stage_that_is_shown_has_a_word(kind: type[StrEnum]) -> None:
    for code in kind:
        assert codes.of(code).nb
        assert codes.of(code).en


def test_every_task_is_named_and_leads_somewhere() -> None:
    assert set(tasks.WORDS) == set(TaskKind)
    assert set(tasks.PLACES) == set(TaskKind)


def test_every_kind_of_file_that_is_taken_has_a_word() -> None:
    assert set(codes.table("MediaType")) == set(ENDINGS)
