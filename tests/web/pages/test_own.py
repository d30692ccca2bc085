"""What a colleague is shown of the practice visits they took part in."""

from __future__ import annotations

import re

import pytest

from tests.support.browser import browser
from tests.support.cases_on_pages import visible
from tests.support.town import Town
from tests.web.api.test_visits import DOCTOR, DOCUMENT, entered

ROW = re.compile("<tr>(.*?)</tr>", re.DOTALL)


@pytest.mark.usefixtures("at_work")
def test_a_visit_says_who_where_when_how_it_stands_and_what_can_be_done(aasnes: Town) -> None:
    plan = aasnes.plan()
    done = entered(aasnes, plan)
    documented = entered(aasnes, plan, days=["2026-01-13"], direction="received")
    entered(aasnes, plan, days=["2026-01-14", "2026-01-15"], setting="gp-practice")
    aasnes.done(f"{done}/confirm", "another_doctor", "colleague")
    aasnes.done(f"{documented}/document", *DOCTOR, DOCUMENT)
    services = aasnes.services
    assert services.views.wait_for(services.histories.position(), seconds=20)
    colleague = browser(aasnes, "another_doctor")
    colleague.get("/colleague")
    _, latest, middle, first = (
        " ".join(visible(row).split()) for row in ROW.findall(colleague.page)
    )
    assert latest.startswith("Doctor Legen besøkte deg Fastlegepraksis 14. jan. 2026")
    assert "Venter på deg Bekreft praksisbesøket" in latest
    assert middle.startswith("Doctor Du besøkte legen Sykehjem 13. jan. 2026 Dokumentert")
    assert first.startswith("Doctor Legen besøkte deg Sykehjem 12. jan. 2026 Bekreftet")
    assert "Bekreft praksisbesøket" not in middle + first
