"""Every page of every role: accessible, light, within its policy, in any width and theme."""

from __future__ import annotations

import re

import pytest

from tests.browser.visiting import Demo, crawl

pytestmark = pytest.mark.slow
PEOPLE = (
    "Min utdanning",
    "Veiledning",
    "Supervisjon",
    "Virksomheten",
    "Administrasjon",
    "Veiledningsgrupper",
    "Helsedirektoratet",
    "Helsepersonellnemnda",
    "Helseklage",
    "Statsforvalteren",
    "Klagenemnda",
    "På vegne av",
    "Revisjon",
    "Drift",
)
LOOKS = tuple((dark, width) for dark in (False, True) for width in (1280, 375))
MOST_PAGES = 80
MOST_BYTES = 100_000
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")


def test_every_person_of_the_sign_in_page_is_tried(demo: Demo) -> None:
    assert set(demo.people()) == set(PEOPLE)


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_are_accessible_and_light_and_keep_to_their_policy(demo: Demo, person: str) -> None:
    """Each page is looked at in both themes, wide and on a phone."""
    wrong: list[str] = []
    with demo.visit(person) as visitor:
        for path, status in crawl(visitor, most=MOST_PAGES):
            if status != 200:
                wrong.append(f"{path}: {status}")
            if visitor.weight() > MOST_BYTES:
                wrong.append(f"{path}: {visitor.weight()} bytes")
            if found := AN_ID.search(visitor.page.inner_text("body")):
                wrong.append(f"{path}: shows an id, {found[0]}")
            for dark, width in LOOKS:
                visitor.look(dark=dark, width=width)
                wrong += [f"{path}, {dark=}, {width}: {one}" for one in visitor.violations()]
                if visitor.overflows():
                    wrong.append(f"{path}, {width}: wider than the window")
        wrong += visitor.troubles
    assert wrong == []
