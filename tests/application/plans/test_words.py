"""Sentences for people say in words what facts hold as codes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from application.plans.sentences import told
from application.plans.words import WORDS, in_words
from domain.calendar.timeliness import Verdict
from domain.law.exemptions import ExemptionKind
from domain.law.remedies import DecisionKind, Instance
from domain.plans.exemptions import Ending
from domain.plans.goals import Advice
from domain.plans.invitations import InvitedAs
from domain.plans.opening import EmploymentModel
from domain.plans.programme import Party
from domain.plans.representatives import Scope
from domain.plans.service import ServiceKind
from tests.support.services import service_entered

CODES: dict[str, Iterable[str]] = {
    "advice": Advice,
    "party": Party,
    "invited_as": InvitedAs,
    "employment_model": EmploymentModel,
    "scopes": Scope,
    "kind": (*ServiceKind, *ExemptionKind, *DecisionKind),
    "ending": Ending,
    "to": Instance,
    "verdict": Verdict,
}


@pytest.mark.parametrize("field", CODES)
def test_every_code_has_words(field: str) -> None:
    assert WORDS[field].keys() == set(CODES[field])


def test_a_sentence_is_said_in_words() -> None:
    said = told(service_entered())
    assert "Tjeneste (åpen uselektert praksis, 80 %)" in said.nb
    assert "Service (open unselected practice, 80 %)" in said.en


def test_several_are_listed_and_what_is_no_code_stands_as_it_is() -> None:
    assert in_words("scopes", ("plan", "grounds")).nb == "planen, begrunnelser"
    assert in_words("arenas", ("ARE-01", "ARE-02")).en == "ARE-01, ARE-02"
