"""What is wrong with a form is told all at once, each beside its field, in plain words."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.support.browser import Browser, browser
from tests.support.town import Town
from web.pages.forms import FORMS

TOLD = re.compile(r'<li><a class="ds-link" href="#field-([\w-]+)">([^<]+)</a>')


def summary(visitor: Browser) -> dict[str, str]:
    """Return what is wrong by the field it leads to, each of which is on the page."""
    found = dict(TOLD.findall(visitor.page))
    for name in found:
        assert f'id="field-{name}"' in visitor.page, name
        assert f'id="wrong-{name}"' in visitor.page, name
    return found


@pytest.fixture
def plan(aasnes: Town) -> str:
    return aasnes.plan().removeprefix("/plans/")


def test_each_missing_part_of_a_group_is_told_beside_its_own_field(aasnes: Town) -> None:
    leader = browser(aasnes, "leader")
    here = f"/leader/do/organisations/{aasnes.organisation}/arenas"
    leader.get(here)
    assert "«all»" not in leader.page
    assert "Læringsmål som trykt" in leader.page
    leader.send(here, {})
    assert leader.status == 400
    assert set(summary(leader)) == {
        "arena-code",
        "arena-name-nb",
        "arena-name-en",
        "arena-kind",
        "arena-location",
        "arena-external",
        "arena-goals",
        "arena-commonGoals",
        "arena-supervision",
        "firstDay",
    }
    assert summary(leader)["arena-code"] == "Fyll ut «Kode»."


@pytest.mark.parametrize("every", ["alle", "Alle", "all"])
def test_an_arena_reaches_every_common_goal_by_the_word_for_it(aasnes: Town, every: str) -> None:
    leader = browser(aasnes, "leader")
    here = f"/leader/do/organisations/{aasnes.organisation}/arenas"
    leader.get(here)
    arena = {
        "code": "ARE-90",
        "name-nb": "Legekontor",
        "name-en": "Surgery",
        "kind": "open-unselected-practice",
        "location": "Åsnes",
        "external": "false",
        "goals": "ALM-031",
        "commonGoals": every,
        "supervision": "on-site",
    }
    told = {f"arena-{name}": value for name, value in arena.items()}
    leader.send(here, told | {"firstDay": f"{aasnes.clock.day}"})
    assert "Se over før du sender" in leader.page, leader.page
    leader.send(here, {"more": "1"})
    leader.send(here, told | {"arena-goals": "ALM-999", "firstDay": f"{aasnes.clock.day}"})
    assert leader.status == 400
    assert summary(leader) == {"arena-goals": "Ukjente læringsmål: ALM-999."}


def test_the_goals_of_a_rotation_are_chosen_from_a_list(aasnes: Town, plan: str) -> None:
    doctor = browser(aasnes, "doctor")
    here = f"/doctor/do/plans/{plan}/versions"
    doctor.get(here)
    assert 'type="checkbox" name="rotations-0-goals" value="ALM-031"' in doctor.page
    days = {"firstDay": "2026-01-05", "lastDay": "2031-01-04"}
    rotation = {"rotations-0-arena": "ARE-01", "rotations-0-percentage": "100"}
    rotation |= {f"rotations-0-{name}": value for name, value in days.items()}
    told = days | rotation | {"rotations-0-goals": "ALM-031"}
    doctor.send(here, told)
    assert "Se over før du sender" in doctor.page, doctor.page
    assert "ALM-031" in doctor.page
    doctor.send(here, {"more": "1"})
    assert "1 valgt" in doctor.page
    doctor.send(here, told | {"rotations-0-goals": "ALM-999"})
    assert doctor.status == 400
    assert "Det finnes ikke noe læringsmål «ALM-999»" in doctor.page


def test_all_that_is_wrong_with_an_entry_of_a_person_is_told_at_once(aasnes: Town) -> None:
    administrator = browser(aasnes, "administrator")
    here = "/administrator/do/people"
    administrator.get(f"{here}?for={aasnes.organisation}")
    told = {"name": "Kari", "email": "kari", "hpr": "12ab", "identityNumber": "12345678901"}
    administrator.send(here, told)
    assert administrator.status == 400
    assert set(summary(administrator)) == {"email", "hpr", "identityNumber"}
    administrator.send(here, told | {"name": ""})
    assert set(summary(administrator)) == {"name", "email", "hpr", "identityNumber"}


def test_all_that_is_wrong_with_a_gathering_is_told_at_once(aasnes: Town) -> None:
    organiser = browser(aasnes, "organiser")
    group = aasnes.done("/groups", "organiser", "group-organiser", {"name": "Solør"})["caseId"]
    here = f"/group-organiser/do/groups/{group}/gatherings"
    organiser.get(here)
    tomorrow = f"{aasnes.clock.day + timedelta(days=1)}"
    organiser.send(here, {"year": "first", "heldOn": tomorrow, "durationMinutes": "-5"})
    assert organiser.status == 400
    found = summary(organiser)
    assert {"heldOn", "durationMinutes"} <= set(found)
    assert "er ikke kommet ennå" in found["heldOn"]
    assert tomorrow not in found["heldOn"]


def test_no_title_of_a_form_reads_as_what_comes_before_it() -> None:
    assert [name for name, form in FORMS.items() if form.title.nb.startswith("Før ")] == []
