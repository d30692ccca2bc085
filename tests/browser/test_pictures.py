"""The main page of each role as a picture in docs; renewed by ``make pictures``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.visiting import Demo

pytestmark = pytest.mark.slow
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SHOWN = (
    ("Virksomheten", "/", "waits-for-you"),
    ("Min utdanning", "/doctor", "doctor"),
    ("Veiledning", "/supervisor", "supervisor"),
    ("Supervisjon", "/clinical-supervisor", "clinical-supervisor"),
    ("Virksomheten", "/leader", "leader"),
    ("Administrasjon", "/administrator", "administrator"),
    ("Veiledningsgrupper", "/group-organiser", "group-organiser"),
    ("Helsedirektoratet", "/directorate-officer", "directorate-officer"),
    ("Helsepersonellnemnda", "/personnel-board-officer", "personnel-board-officer"),
    ("Helseklage", "/helseklage-officer", "helseklage-officer"),
    ("Statsforvalteren", "/county-governor-officer", "county-governor-officer"),
    ("Klagenemnda", "/appeals-member", "appeals-member"),
    ("På vegne av", "/representative", "representative"),
    ("Revisjon", "/auditor", "auditor"),
    ("Drift", "/system-administrator", "system-administrator"),
)


@pytest.mark.parametrize(("person", "path", "name"), SHOWN, ids=[name for _, _, name in SHOWN])
def test_the_main_page_is_shown_and_pictured(demo: Demo, person: str, path: str, name: str) -> None:
    with demo.visit(person, width=1000) as visitor:
        assert visitor.go(path) == 200
        assert visitor.page.locator("h1").inner_text()
        picture = PICTURES / f"{name}.png"
        if os.environ.get("PICTURES"):
            PICTURES.mkdir(exist_ok=True)
            visitor.page.screenshot(path=picture, full_page=True)
        assert picture.exists(), f"renew the pictures: make pictures ({name})"
