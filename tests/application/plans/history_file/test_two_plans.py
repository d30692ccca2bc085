"""A doctor with plans at two establishments: the file says which."""

from __future__ import annotations

import pytest

from application.actors import Actor, Role
from application.ids import new_id
from application.organisations.commands import AppointOfficer
from application.organisations.municipality_file.file import read
from application.organisations.service import organisation_id
from application.plans.history_file.export import Wanted
from application.plans.history_file.problems import HistoryRefused
from application.plans.history_file.report import ImportReport
from application.plans.history_file.service import HistoryFile
from application.plans.opening import OpenPlan
from domain.organisations.organisation import Office, Organisation
from domain.plans.opening import EmploymentModel
from domain.plans.plan import TrainingPlan, plan_id
from domain.shared.ids import Id
from domain.shared.refusals import NotFound
from tests.application.organisations.municipality_file.fjellvik import GOOD
from tests.support import portal as p
from tests.support.portal import Portal
from tests.support.town import order

NUMBER = "123456785"


@pytest.fixture
def elsewhere(portal: Portal) -> Id:
    """Return the doctor's plan at another establishment."""
    services, people = portal.town.services, portal.town.people
    directorate = Actor(person=people["directorate"], acting_as=Role.DIRECTORATE_OFFICER)
    organisation = _fjellvik(portal, directorate)
    leading = AppointOfficer(
        organisation=organisation,
        person=people["leader"],
        office=Office.LEADER,
        first_day=p.STARTED,
    )
    if not _leads(portal, organisation):
        services.organisations.appoint(leading, directorate, order())
    opening = OpenPlan(
        doctor=people["doctor"],
        organisation=organisation,
        employment_model=EmploymentModel.SALARIED_GP,
        starts_on=p.STARTED,
        part_one_exception=None,
        part_one_completed_on=p.STARTED.replace(day=1),
    )
    leader = Actor(person=people["leader"], acting_as=Role.LEADER)
    services.opening.open(opening, leader, order())
    return plan_id(people["doctor"], organisation)


def test_a_doctor_with_two_plans_is_told_with_what_to_do(portal: Portal, elsewhere: Id) -> None:
    assert elsewhere
    with pytest.raises(HistoryRefused, match="has several open plans") as refused:
        portal.bring_in(portal.of_the_doctor(p.SESSION))
    assert f"Fjellvik kommune ({NUMBER})" in str(refused.value)
    assert "say which in the column organisation" in str(refused.value)


@pytest.mark.parametrize("written", [NUMBER, "123 456 785"])
def test_the_column_organisation_chooses(portal: Portal, elsewhere: Id, written: str) -> None:
    before = portal.history()
    report = portal.bring_in(portal.of_the_doctor(p.SESSION, organisation=written))
    assert [one.plan for one in report.doctors] == [elsewhere]
    assert portal.history() == before


def test_an_import_for_one_establishment_knows_no_other(portal: Portal, elsewhere: Id) -> None:
    services = portal.town.services
    content = portal.of_the_doctor(p.SESSION, organisation=NUMBER)
    with pytest.raises(HistoryRefused, match="no open plan there"):
        _as_leader(portal, content)
    report = _as_leader(portal, portal.of_the_doctor(p.SESSION))
    assert [one.plan for one in report.doctors] == [portal.plan]
    other: TrainingPlan = services.histories.load({elsewhere: TrainingPlan})[elsewhere].case
    assert other.guidance.sessions == {}


def test_an_establishments_plans_are_exported_alone(portal: Portal, elsewhere: Id) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION, organisation=NUMBER))
    portal.bring_in(portal.of_the_doctor(p.GOAL, organisation=portal.town.organisation))
    export = portal.town.services.history_export
    mine = [line for line in export.lines(Wanted(organisation=NUMBER)) if portal.hpr in line]
    assert [line.split(";")[:3] for line in mine] == [["session", portal.hpr, NUMBER]]
    assert list(export.lines(Wanted(plan=elsewhere)))[1:] == mine
    everything = [line for line in export.lines(Wanted()) if portal.hpr in line]
    assert len(everything) == 2


def test_what_is_not_there_is_not_exported(portal: Portal) -> None:
    export = portal.town.services.history_export
    with pytest.raises(NotFound, match="no such plan"):
        list(export.lines(Wanted(plan=new_id())))
    with pytest.raises(NotFound, match="registered with number 999999999"):
        list(export.lines(Wanted(organisation="999999999")))


def _as_leader(portal: Portal, content: bytes) -> ImportReport:
    leader = Actor(person=portal.town.people["leader"], acting_as=Role.LEADER)
    file = HistoryFile(content=content, organisation=portal.town.organisation)
    return portal.town.services.history_import.bring_in(file, leader, order())


def _fjellvik(portal: Portal, directorate: Actor) -> Id:
    """Return the other establishment, registered the first time."""
    services = portal.town.services
    file = read(GOOD, "fjellvik.toml")
    organisation = organisation_id(file.name, file.organisation_number)
    if organisation in services.histories.having("organisation.registered"):
        return organisation
    return services.organisations.import_file(file, directorate, order()).case_id


def _leads(portal: Portal, organisation: Id) -> bool:
    found = portal.town.services.histories.load({organisation: Organisation})[organisation]
    return portal.town.people["leader"] in found.case.leaders()
