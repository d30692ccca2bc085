"""A form says whom or what it concerns: when it is filled in, read over, and done."""

from __future__ import annotations

import re

import pytest

from application.actors import Role
from tests.support.browser import Browser, browser
from tests.support.cases_on_pages import AN_ID, visible
from tests.support.concerned import everything
from tests.support.town import Town
from web.pages import frame
from web.pages.forms import FORMS, Form
from web.pages.subject import OF, cases, plans

assert frame.AREAS, "every form is put up by its area"
HEADING = "Det gjelder"
PART = re.compile(r"<(?:\w+:)?(\w+)>")
WHO = {
    Role.DOCTOR: "doctor",
    Role.SUPERVISOR: "supervisor",
    Role.CLINICAL_SUPERVISOR: "midwife",
    Role.LEADER: "leader",
    Role.ADMINISTRATOR: "administrator",
    Role.GROUP_ORGANISER: "organiser",
    Role.COLLEAGUE: "another_doctor",
    Role.INVITED: "another_doctor",
    Role.DIRECTORATE_OFFICER: "directorate",
    Role.SYSTEM_ADMINISTRATOR: "operator",
}
WHOLE = {"plan", "proceeding", "exemption", "incoming"}
"""What has pages of its own, which lead to the form and which it leads back to."""
ELSEWHERE = {
    "file.clinical-supervisor-correct-fact": "a clinical supervisor does not read the history",
    "file.clinical-supervisor-withdraw-file": "they see the files they attached, and this is none",
}
"""Forms that do not name what they are about, and why."""
BY_THE_CASE = {
    "version": "the steps of what came in are not told in words: it marks the last of them",
}
"""Parts of what came in that are not named, and why; the form says whose it is."""


def parts(form: Form) -> list[str]:
    return [name for name in PART.findall(form.address) if name not in WHOLE]


def in_town(form: Form) -> bool:
    """Tell whether it is about what the town has: cases are looked at by their own tests."""
    return "<uuid:plan>" in form.address or bool(OF.keys() & set(parts(form)))


@pytest.mark.usefixtures("at_work")
def test_every_form_about_a_part_of_something_names_it(aasnes: Town) -> None:
    ids, called = everything(aasnes)
    officer = {"person": str(aasnes.people["leader"])}
    services = aasnes.services
    assert services.views.wait_for(services.histories.position(), seconds=20)
    seen: dict[Role, Browser] = {}
    tried = 0
    for name, form in FORMS.items():
        named = parts(form)
        if form.beside or not named or not ids.keys() >= set(named) or not in_town(form):
            continue
        here = ids | officer if name.endswith("release-officer") else ids
        words = called | {"person": "Leader"} if here is not ids else called
        if form.role not in seen:
            seen[form.role] = browser(aasnes, WHO[form.role])
        who = seen[form.role]
        who.get(PART.sub("{\\1}", form.address).format(**here))
        assert who.status == 200, (name, who.status)
        if name in ELSEWHERE:
            continue
        told = visible(who.page)
        assert HEADING in told, name
        of_another = "<uuid:plan>" in form.address and form.role is not Role.DOCTOR
        assert not of_another or words["doctor"] in told, name
        for part in named:
            assert words[part] in told, (name, part, told)
        assert not AN_ID.search(told), name
        tried += 1
    assert tried > 40


def test_every_part_of_a_plan_or_a_case_that_a_form_is_about_can_be_told() -> None:
    for name, form in FORMS.items():
        if form.beside or "<uuid:incoming>" in form.address:
            assert form.beside or set(parts(form)) <= BY_THE_CASE.keys(), name
        elif "<uuid:plan>" in form.address:
            assert set(parts(form)) <= plans.PARTS.keys(), name
        elif "<uuid:proceeding>" in form.address:
            assert set(parts(form)) <= cases.PARTS.keys(), name


@pytest.mark.usefixtures("at_work")
def test_a_form_about_nothing_but_ones_own_plan_has_no_empty_heading(aasnes: Town) -> None:
    plan = aasnes.plan()
    doctor = browser(aasnes, "doctor")
    doctor.get(f"/doctor/do{plan}/absences")
    assert doctor.status == 200
    assert HEADING not in doctor.page


@pytest.mark.usefixtures("at_work")
def test_an_absence_is_read_over_before_it_is_withdrawn_and_told_on_the_receipt(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    body = {"kind": "care", "firstDay": "2026-02-02", "lastDay": "2026-02-06", "percentage": 100}
    absence = aasnes.done(f"{plan}/absences", "doctor", "doctor", body)["made"]
    doctor = browser(aasnes, "doctor")
    address = f"/doctor/do{plan}/absences/{absence}/withdraw"
    doctor.get(address)
    doctor.send(address)
    assert "Se over før du sender" in doctor.page
    assert "6. feb. 2026" in visible(doctor.page)
    assert (
        aasnes.get(f"{plan}/absences", "doctor", "doctor").json["items"][0]["withdrawnOn"] is None
    )
    doctor.send(address, {"confirmed": "1"})
    assert doctor.path == f"{address}/done"
    assert "6. feb. 2026" in visible(doctor.page)


@pytest.mark.usefixtures("at_work")
def test_one_who_answers_an_invitation_has_a_receipt_though_it_is_no_longer_theirs_to_see(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    stranger = str(aasnes.people["stranger"])
    told = {"person": stranger, "invitedAs": "clinical-supervisor"}
    invitation = aasnes.done(f"{plan}/invitations", "doctor", "doctor", told)["made"]
    services = aasnes.services
    assert services.views.wait_for(services.histories.position(), seconds=20)
    invited = browser(aasnes, "stranger")
    address = f"/invited/do{plan}/invitations/{invitation}/accept"
    invited.get(address)
    assert "Doctor" in visible(invited.page)
    invited.send(address)
    invited.send(address, {"confirmed": "1"})
    assert (invited.status, invited.path) == (200, f"{address}/done")


@pytest.mark.usefixtures("at_work")
def test_what_a_form_concerns_is_told_to_nobody_who_may_not_use_it(aasnes: Town) -> None:
    ids, _ = everything(aasnes)
    stranger = browser(aasnes, "stranger")
    officers = f"/administrator/do/organisations/{ids['organisation']}/officers"
    for address in (
        f"/group-organiser/do/groups/{ids['group']}/members/{ids['doctor']}/release",
        f"{officers}/{aasnes.people['leader']}/release",
        f"/doctor/do/plans/{ids['plan']}/absences/{ids['absence']}/withdraw",
    ):
        stranger.get(address)
        assert stranger.status in {403, 404}
        assert "Leader" not in stranger.page
        assert HEADING not in stranger.page
