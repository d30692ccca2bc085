"""What was typed into a form comes along into the other language, unsent and unchecked."""

from __future__ import annotations

import pytest

from tests.support.browser import Browser, browser
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready

WRITTEN = "Vist i praksis, med æ, ø og å."


@pytest.fixture
def here(aasnes: Town) -> str:
    plan = ready(aasnes).removeprefix("/plans/")
    return f"/leader/do/plans/{plan}/goals/{GOAL}/return"


@pytest.fixture
def leader(aasnes: Town, here: str) -> Browser:
    found = browser(aasnes, "leader")
    found.get(here)
    return found


def test_what_was_typed_is_there_in_the_other_language(leader: Browser, here: str) -> None:
    leader.send(here, {"comment": WRITTEN, "language": "en"})
    assert (leader.status, leader.path) == (200, here)
    assert 'lang="en"' in leader.page
    assert "Send the goal back" in leader.page
    assert WRITTEN in leader.page
    leader.get(here)
    assert "Send the goal back" in leader.page


def test_what_is_missing_is_not_told_of_when_the_language_is_chosen(
    leader: Browser, here: str
) -> None:
    leader.send(here, {"language": "en"})
    assert leader.status == 200
    assert "ds-error-summary" not in leader.page


def test_a_language_there_is_not_is_no_language(leader: Browser, here: str) -> None:
    leader.send(here, {"language": "xx"})
    assert leader.status == 400
    assert 'lang="nb"' in leader.page


def test_another_site_chooses_no_language(leader: Browser, here: str) -> None:
    leader.send(here, {"language": "en", "form_key": "invented"})
    assert leader.status == 403
    leader.get(here)
    assert 'lang="nb"' in leader.page


def test_enter_sends_the_form_and_chooses_no_language(leader: Browser) -> None:
    """The first button of a form is pressed by Enter, wherever on the page it stands."""
    of_form = leader.page[: leader.page.index('name="language"')]
    assert of_form.count('form="to-fill-in"') >= 1
    first = of_form[of_form.index('form="to-fill-in"') :]
    assert first.startswith('form="to-fill-in">')


def test_the_receipt_says_that_it_is_recorded_and_which_form_was_sent(
    leader: Browser, here: str
) -> None:
    leader.send(here, {"comment": WRITTEN})
    assert "Det er registrert" in leader.page
    assert "Du sendte skjemaet «Send læringsmålet i retur»." in leader.page
