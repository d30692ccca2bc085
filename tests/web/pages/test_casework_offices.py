"""The other offices: exemptions and establishments, new assessments, and the audit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.browser import browser
from tests.support.cases_on_pages import NOT_FOR_ONE, decided, kept_and_told, shows_no_code, visible
from tests.support.filled_in import choices, typed_in
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.exempting import GRANT, Exempting, applied
from tests.web.api.test_journey import GOAL
from tests.web.api.test_reassessments import GOVERNOR, RATIONALE, arrange, asked, refused
from tests.web.api.test_way import another_municipality

HERE, THERE = "/directorate-officer", "/county-governor-officer"


@pytest.fixture
def seen(aasnes: Town) -> Iterator[Town]:
    with projecting(aasnes.addresses.application):
        yield aasnes


@pytest.fixture
def exempting(seen: Town) -> Exempting:
    return applied(seen)


def caught_up(town: Town) -> None:
    assert town.services.views.wait_for(town.services.histories.position(), seconds=20)


def test_an_exemption_is_granted_from_the_list(exempting: Exempting) -> None:
    town = exempting.town
    caught_up(town)
    officer = browser(town, "directorate")
    there = HERE + exempting.exemption
    officer.get(f"{HERE}/exemptions")
    assert there in officer.page
    officer.get(there)
    grant = f"{HERE}/do{exempting.exemption}/grant"
    assert grant in officer.page
    lacking = {"firstDay": "2026-02-01", "lastDay": "2026-07-31"}
    kept_and_told(officer, grant, lacking, "Fyll ut «")
    assert exempting.card()["status"] == "applied-for"
    decided(officer, grant, GRANT)
    assert exempting.card()["lastDay"] == "2026-07-31"
    officer.get(there)
    assert grant not in officer.page
    assert f"{HERE}/do{exempting.exemption}/revoke" in officer.page
    assert "Dette faller når fritaket går ut" in officer.page
    assert "lørdag 1. august 2026" in officer.page


def test_what_falls_stands_beside_the_form_that_revokes(exempting: Exempting) -> None:
    exempting.grant()
    exempting.release_the_other()
    exempting.supervise()
    # Whose plan is whose, the kept rows say.
    caught_up(exempting.town)
    officer = browser(exempting.town, "directorate")
    officer.get(f"{HERE}/do{exempting.exemption}/revoke")
    told = visible(officer.page)
    assert "Dette faller når fritaket går ut" in told
    assert "Doctor" in told
    shows_no_code(officer.page)


def test_an_exemption_is_refused_once_read_over(exempting: Exempting) -> None:
    officer = browser(exempting.town, "directorate")
    path = f"{HERE}/do{exempting.exemption}/refuse"
    decided(officer, path, {"statedIn": "vedtak 26/2", "decidedOn": "2026-01-20"})
    assert exempting.card()["status"] == "refused"


def test_only_the_directorate_decides_exemptions(exempting: Exempting) -> None:
    path = f"{HERE}/do{exempting.exemption}/grant"
    for name in ("leader", "doctor", "stranger"):
        visitor = browser(exempting.town, name)
        for page in (path, HERE + exempting.exemption, f"{HERE}/exemptions"):
            visitor.get(page)
            assert visitor.status in NOT_FOR_ONE, (name, page)
        visitor.send(path, GRANT | {"confirmed": "1"})
        assert visitor.status in NOT_FOR_ONE
    assert exempting.card()["status"] == "applied-for"


def test_an_establishment_is_registered(seen: Town) -> None:
    officer = browser(seen, "directorate")
    path, name = f"{HERE}/do/organisations", f"Prøvely {str(new_id())[-8:]} kommune"
    told = {"name": name, "registeredFrom": "2026-05-01", "statedIn": ""}
    kept_and_told(officer, path, told, "Fyll ut «")
    told |= {"statedIn": "vedtak 26/9", "decidedOn": "2026-04-30"}
    decided(officer, path, told)
    officer.get(f"{HERE}/establishments")
    assert name in officer.page
    outsider = browser(seen, "leader")
    outsider.get(path)
    assert outsider.status in NOT_FOR_ONE
    outsider.send(path, told | {"name": f"{name} 2", "confirmed": "1"})
    assert outsider.status in NOT_FOR_ONE


def test_the_directorate_gives_an_establishment_its_first_administrator(seen: Town) -> None:
    officer, here = browser(seen, "directorate"), another_municipality(seen)
    there, offices = f"{HERE}/establishments/{here}", f"{HERE}/do/organisations/{here}/officers"
    hpr = _assessor(seen)
    officer.get(there)
    assert offices in officer.page
    told = {"office": "administrator", "firstDay": "2026-05-04"}
    kept_and_told(officer, offices, told | {"person": "1234567890123"}, "HPR")
    decided(officer, offices, told | {"person": hpr})
    officer.get(there)
    ends = f"{offices}/{seen.services.people.having(hpr)}/release"
    assert f"{ends}?office=administrator" in officer.page
    decided(officer, ends, {"lastDay": "2026-05-31", "office": "administrator"})
    officer.get(there)
    assert ends not in officer.page
    assert "31. mai 2026" in visible(officer.page)
    outsider = browser(seen, "leader")
    outsider.get(offices)
    assert outsider.status in NOT_FOR_ONE


def test_a_new_assessment_is_arranged_and_its_outcome_recorded(seen: Town) -> None:
    plan = refused(seen)
    anew = asked(seen, plan)
    hpr = _assessor(seen)
    caught_up(seen)
    governor = browser(seen, "governor")
    governor.get(THERE)
    arranges = f"{THERE}/do{anew}/arrange"
    assert arranges in governor.page
    governor.get(arranges)
    assert GOAL in governor.page
    assert "Har vurdert målet før" in governor.page
    told = {"place": "Elverum", "takesPlaceOn": "2026-05-11", "assessors": "1234567890123"}
    kept_and_told(governor, arranges, told, "HPR")
    decided(governor, arranges, told | {"assessors": hpr})
    caught_up(seen)
    governor.get(THERE)
    records = f"{THERE}/do{anew}/outcome"
    assert "Ordnet, men ikke holdt ennå" in governor.page
    assert f"{GOAL} 11. mai 2026 Elverum" in " ".join(visible(governor.page).split())
    assert records not in governor.page
    # The doctor sees who assesses, and where; nothing further can be asked for meanwhile.
    doctor, own = browser(seen, "doctor"), f"/doctor{plan.removeprefix('/plans')}"
    doctor.get(f"{own}/reviews")
    assert "11. mai 2026 Elverum Vurdereren" in " ".join(visible(doctor.page).split())
    doctor.get(f"{own}/goals/{GOAL}")
    assert "Den nye vurderingen" in doctor.page
    assert "Be om ny vurdering" not in doctor.page
    seen.clock.day = date(2026, 5, 11)
    caught_up(seen)
    governor.get(THERE)
    assert records in governor.page
    assert "Ordnet, men ikke holdt ennå" not in governor.page
    decided(governor, records, {"outcome": "achieved", "rationale": RATIONALE})
    (line,) = seen.get(f"{plan}/reassessments", *GOVERNOR).json["items"]
    assert (line["stage"], line["outcome"]) == ("assessed", "achieved")
    governor.get(f"{THERE}{plan.removeprefix('/plans')}/reviews")
    assert "Vurdert: Oppnådd" in visible(governor.page)
    shows_no_code(governor.page)


def _assessor(town: Town) -> str:
    """Enter somebody who can be named by a number."""
    number = str(new_id().replace("-", ""))
    hpr = f"{int(number, 16) % 9_000_000 + 1_000_000}"
    person = EnterPerson(person=new_id(), name="Vurdereren", hpr=hpr)
    town.services.people.enter_unasked(person)
    return hpr


def test_only_the_county_governor_arranges(seen: Town) -> None:
    plan = refused(seen)
    anew = asked(seen, plan)
    for name in ("doctor", "leader", "stranger"):
        visitor = browser(seen, name)
        reviews = f"{THERE}{plan.removeprefix('/plans')}/reviews"
        for path in (THERE, reviews, f"{THERE}/do{anew}/arrange"):
            visitor.get(path)
            assert visitor.status in NOT_FOR_ONE, (name, path)
    assert arrange(seen, anew).status_code == 201


def test_a_doctor_is_found_by_a_number_that_is_in_no_address(seen: Town) -> None:
    hpr = _assessor(seen)
    person = seen.services.people.having(hpr)
    there = replace(seen, people={**seen.people, "doctor": person})
    authorised = {"kind": "authorisation", "firstDay": "2010-01-01", "statedIn": "HPR"}
    seen.done(
        f"/practitioners/{person}/authorisations",
        "directorate",
        "directorate-officer",
        authorised,
    )
    plan = there.plan()
    caught_up(there)
    audit = browser(there, "auditor")
    audit.get("/auditor")
    audit.send("/auditor", {"hpr": "12"})
    assert audit.status == 400
    assert "Dette må rettes" in audit.page
    assert 'value="12"' in audit.page
    audit.send("/auditor", {"hpr": hpr})
    here = f"/auditor{plan.removeprefix('/plans')}"
    assert audit.path == here
    assert "Vurdereren" in audit.page
    audit.get(f"{here}/cases")
    assert "Ingen saker ennå." in audit.page
    assert hpr not in audit.page
    assert "/do/" not in audit.page


def test_the_audit_is_for_the_audit(seen: Town) -> None:
    plan = seen.plan()
    for name in ("leader", "stranger", "directorate"):
        visitor = browser(seen, name)
        for path in ("/auditor", f"/auditor{plan.removeprefix('/plans')}/cases"):
            visitor.get(path)
            assert visitor.status in NOT_FOR_ONE, (name, path)
        visitor.send("/auditor", {"hpr": "1234567"})
        assert visitor.status in NOT_FOR_ONE


def test_the_auditor_finds_the_doctors_of_an_establishment_by_name(seen: Town) -> None:
    plans = {}
    for name in ("Åse Siste", "Berit Midt", "anne Først"):
        doctor = new_id()
        seen.services.people.enter_unasked(EnterPerson(person=doctor, name=name))
        there = replace(seen, people={**seen.people, "doctor": doctor})
        authorised = {"kind": "authorisation", "firstDay": "2010-01-01", "statedIn": "HPR"}
        seen.done(
            f"/practitioners/{doctor}/authorisations",
            "directorate",
            "directorate-officer",
            authorised,
        )
        plans[name] = there.plan().removeprefix("/plans/")
    caught_up(seen)
    audit = browser(seen, "auditor")
    audit.get(f"/auditor/establishments/{seen.organisation}")
    places = [audit.page.index(plans[name]) for name in ("anne Først", "Berit Midt", "Åse Siste")]
    assert places == sorted(places)


def test_a_case_is_opened_about_an_exemption_that_waits(exempting: Exempting) -> None:
    town = exempting.town
    caught_up(town)
    officer = browser(town, "directorate")
    house = f"{HERE}/establishments/{town.organisation}"
    opens = f"{HERE}/do/organisations/{town.organisation}/proceedings"
    officer.get(opens)
    assert f'<a class="ds-link" href="{house}">Tilbake</a>' in officer.page
    offered = choices(officer.page, "exemption")
    assert exempting.exemption_id in offered
    assert "søkt 7. jan. 2026" in offered[exempting.exemption_id]
    assert "HPR-nummeret til personen" not in officer.page
    leader = browser(town, "leader")
    leader.get(f"/leader/do/organisations/{town.organisation}/proceedings")
    assert exempting.exemption_id in choices(leader.page, "exemption")
    told = {"kind": "supervisor-exemption", "exemption": exempting.exemption_id}
    decided(officer, opens, told | {"receivedOn": "2026-01-07"})
    assert f'href="{house}"' in officer.page
    officer.get(opens)
    assert exempting.exemption_id not in choices(officer.page, "exemption")
    empty = another_municipality(town)
    officer.get(f"{HERE}/do/organisations/{empty}/proceedings")
    assert 'name="exemption"' not in officer.page


def test_one_comes_back_to_where_an_exemption_was_reached_from(exempting: Exempting) -> None:
    town = exempting.town
    caught_up(town)
    officer = browser(town, "directorate")
    house = f"{HERE}/establishments/{town.organisation}"
    officer.get(house)
    there = f"{HERE}{exempting.exemption}?from=establishment"
    assert there in officer.page
    officer.get(there)
    assert f'href="{house}">Tilbake' in officer.page
    officer.get(HERE + exempting.exemption)
    assert f'href="{HERE}/exemptions">Tilbake' in officer.page


def test_an_exemption_is_decided_today_where_no_day_is_said(exempting: Exempting) -> None:
    officer = browser(exempting.town, "directorate")
    for act in ("grant", "refuse"):
        officer.get(f"{HERE}/do{exempting.exemption}/{act}")
        assert typed_in(officer.page, "decidedOn") == exempting.town.clock.day.isoformat()
