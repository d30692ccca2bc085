"""What a comment or a file is about is chosen from a list with words."""

from __future__ import annotations

import pytest

from tests.support.browser import browser
from tests.support.concerned import everything
from tests.support.town import Town
from tests.web.api.who_may import BODIES


@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize("form", ["comments", "files"])
def test_what_it_is_about_is_chosen_by_words(aasnes: Town, form: str) -> None:
    ids, _ = everything(aasnes)
    for name, role in (("doctor", "doctor"), ("midwife", "clinical-supervisor")):
        who = browser(aasnes, name)
        who.get(f"/{role}/do/plans/{ids['plan']}/{form}")
        assert who.status == 200, (role, who.status)
        assert f'<option value="{ids["activity"]}">' in who.page
        if role == "doctor":
            for part in ("session", "course", "visit", "period"):
                assert f'<option value="{ids[part]}">' in who.page, part
            assert f"Kurs: {BODIES['courses']['title']}" in who.page


@pytest.mark.usefixtures("at_work")
def test_a_certificate_is_attached_first_and_chosen_by_what_it_is_about(aasnes: Town) -> None:
    ids, _ = everything(aasnes)
    doctor = browser(aasnes, "doctor")
    doctor.get(f"/doctor/do/plans/{ids['plan']}/courses/{ids['course']}/certificate")
    assert "Legg ved filen først, på siden «Filer og kommentarer»" in doctor.page
    option = doctor.page.split(f'<option value="{ids["file"]}">')[1].split("</option>")[0]
    assert option.split("kB (")[1].rstrip(")")
