"""What the county governor and those who hear appeals come for; with scripts, and without."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from application.demo import simulation
from domain.shared.days import OSLO
from tests.application.demo.test_simulation import PlainScribe
from tests.browser.visiting import Demo, Visitor

pytestmark = pytest.mark.slow
MONTH = timedelta(days=30)
PLACE = "Legekontor i nabokommunen"
WRITTEN = "Klagen er vurdert på nytt, og fører ikke fram."


def says(visitor: Visitor) -> str:
    return visitor.page.inner_text("main")


def confirm(visitor: Visitor) -> None:
    """Send what is read over, which is done once in this demo."""
    visitor.page.locator("main button[name=confirmed]").click()
    visitor.page.wait_for_url("**/done?*")
    assert "Hva skjer nå?" in says(visitor)


def test_the_county_governor_arranges_a_new_assessment(demo: Demo) -> None:
    assessor = simulation.world(PlainScribe()).people["veileder-12"]
    with demo.visit("Statsforvalteren") as governor:
        governor.page.get_by_role("link", name="Ordne ny vurdering").first.click()
        governor.page.wait_for_url("**/county-governor-officer")
        governor.press("Ordne ny vurdering")
        assert "Har vurdert målet før" in says(governor)
        governor.press("Se over")
        assert "Fyll ut «Hvem som vurderer»." in says(governor)
        governor.fill("Hvem som vurderer", str(assessor.hpr))
        governor.fill("Sted", PLACE)
        governor.fill("Finner sted", str(datetime.now(OSLO).date() + MONTH))
        governor.press("Se over")
        assert f"{assessor.name} ({assessor.hpr})" in says(governor)
        confirm(governor)
        governor.go("/county-governor-officer")
        assert "Ordnet, men ikke holdt ennå" in says(governor)
        assert PLACE in says(governor)
        assert governor.violations() == []


@pytest.mark.parametrize(
    ("person", "scripts"),
    [("Helseklage", True), ("Helsepersonellnemnda", True), ("Klagenemnda", False)],
)
def test_an_appeal_that_waits_is_decided(demo: Demo, person: str, *, scripts: bool) -> None:
    with demo.visit(person, scripts=scripts) as officer:
        assert "Klageinstansen skal avgjøre klagen" in says(officer)
        officer.page.locator("main a").first.click()
        officer.page.wait_for_url("**/cases/*")
        officer.press("Avgjør klagen")
        officer.fill("Utfall", "Vedtaket stadfestes")
        officer.press("Se over")
        assert "Fyll ut «Tekst»." in says(officer)
        officer.fill("Tekst", WRITTEN)
        officer.press("Se over")
        assert WRITTEN in says(officer)
        confirm(officer)
        officer.go("/")
        assert "Klageinstansen skal avgjøre klagen" not in says(officer)
        assert "Underretningen skal sendes" in says(officer)
        assert not scripts or officer.violations() == []
