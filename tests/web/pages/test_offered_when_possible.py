"""The pages of a file offer what can be done now, and not what would be refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.browser import browser
from tests.support.town import Town
from tests.web.api.who_may import BODIES

CONFIRM = "Bekreft tjenesten"


@pytest.mark.usefixtures("at_work")
def test_service_is_confirmed_only_when_it_has_ended(aasnes: Town) -> None:
    plan = aasnes.plan()
    leader = browser(aasnes, "leader")
    page = f"/leader{plan.removeprefix('/plans')}/work"
    today = aasnes.services.clock.today()
    ahead = str(today + timedelta(days=400))
    told = BODIES["service"] | {"lastDay": ahead, "firstDay": str(today)}
    aasnes.done(f"{plan}/service", "doctor", "doctor", told)
    leader.get(page)
    assert BODIES["service"]["employer"] in leader.page
    assert CONFIRM not in leader.page
    aasnes.done(f"{plan}/service", "doctor", "doctor", BODIES["service"])
    leader.get(page)
    assert CONFIRM in leader.page


@pytest.mark.usefixtures("at_work")
def test_one_moves_to_another_establishment_than_ones_own(aasnes: Town) -> None:
    plan = aasnes.plan()
    doctor = browser(aasnes, "doctor")
    doctor.get(f"/doctor/do{plan}/move")
    assert doctor.status == 200
    assert f'value="{aasnes.organisation}"' not in doctor.page
    others = len(aasnes.services.establishments.names()) - 1
    assert doctor.page.count('<option value="') - 1 >= others
    assert ("Ingen annen utdanningsvirksomhet er registrert" in doctor.page) == (not others)
