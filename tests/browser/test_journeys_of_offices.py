"""What supervisors, officers, representatives and auditors come for; with scripts, and without."""

from __future__ import annotations

import pytest

from tests.browser.visiting import Demo, Visitor

pytestmark = pytest.mark.slow
SCRIPTS = pytest.mark.parametrize(
    "scripts", [pytest.param(True, id="with-scripts"), pytest.param(False, id="without-scripts")]
)


def says(visitor: Visitor) -> str:
    return visitor.page.inner_text("main")


@SCRIPTS
@pytest.mark.parametrize("person", ["Veiledning", "Supervisjon"])
def test_one_who_guides_comes_to_a_doctor_and_to_what_was_done(
    demo: Demo, person: str, *, scripts: bool
) -> None:
    with demo.visit(person, scripts=scripts) as guide:
        guide.page.get_by_role("link", name=person, exact=True).first.click()
        guide.page.locator("main table a").first.click()
        guide.page.get_by_role("link", name="Aktivitet og tjeneste").click()
        assert "Læringsaktiviteter" in says(guide)


@SCRIPTS
def test_a_supervisor_logs_a_session_and_finalises_it(demo: Demo, *, scripts: bool) -> None:
    with demo.visit("Veiledning", scripts=scripts) as supervisor:
        supervisor.go("/supervisor")
        supervisor.page.locator("main table a").first.click()
        supervisor.press("Registrer en veiledningssamtale")
        supervisor.choose_first("Veileder")
        supervisor.fill("Holdt", "2026-11-19")
        supervisor.fill("Varighet", "45")
        supervisor.fill("Referat", "Om samarbeid og prioritering.")
        supervisor.press("Registrer en veiledningssamtale")
        assert "Det er registrert" in says(supervisor)
        supervisor.press("Godkjenn samtalen")
        supervisor.press("Se over")
        supervisor.press("Godkjenn samtalen")
        assert "Timene teller nå" in says(supervisor)


@SCRIPTS
def test_a_doctor_applies_for_a_decision(demo: Demo, *, scripts: bool) -> None:
    with demo.visit("Min utdanning", scripts=scripts) as doctor:
        doctor.go("/doctor")
        doctor.page.get_by_role("link", name="Saker", exact=True).click()
        doctor.press("Søk om en avgjørelse")
        assert doctor.page.get_by_label("Slag").count() == 1
        doctor.page.get_by_label("Slag").select_option(label="Bekreftelse av læringsmål")
        doctor.page.get_by_label("Om hva").select_option(value="ALM-001")
        doctor.press("Se over")
        doctor.page.locator("button[name=confirmed]").click()
        assert "Hva skjer nå?" in says(doctor)


@SCRIPTS
def test_an_officer_of_the_directorate_comes_from_the_docket_to_the_room(
    demo: Demo, *, scripts: bool
) -> None:
    with demo.visit("Helsedirektoratet", scripts=scripts) as officer:
        officer.go("/directorate-officer")
        officer.page.locator("main table a").first.click()
        assert "/cases/" in officer.path
        assert "Tidslinje" in says(officer) or "Slik gikk saken" in says(officer), says(officer)


@SCRIPTS
@pytest.mark.parametrize(
    ("person", "path"),
    [
        ("Helseklage", "/helseklage-officer"),
        ("Helsepersonellnemnda", "/personnel-board-officer"),
        ("Klagenemnda", "/appeals-member"),
        ("Statsforvalteren", "/county-governor-officer"),
    ],
)
def test_an_office_sees_what_waits_for_it(
    demo: Demo, person: str, path: str, *, scripts: bool
) -> None:
    with demo.visit(person, scripts=scripts) as officer:
        officer.page.get_by_role("link", name=person, exact=True).first.click()
        assert officer.path == path
        assert officer.page.locator("h1").count() == 1


@SCRIPTS
def test_a_representative_sees_the_plan_and_the_cases_of_the_one_represented(
    demo: Demo, *, scripts: bool
) -> None:
    with demo.visit("På vegne av", scripts=scripts) as representative:
        representative.go("/representative")
        representative.page.locator("main a").first.click()
        assert representative.path.startswith("/representative/")
        assert representative.page.locator("h1").count() == 1


@SCRIPTS
def test_an_auditor_reads_the_history_of_a_doctor_and_changes_nothing(
    demo: Demo, *, scripts: bool
) -> None:
    with demo.visit("Revisjon", scripts=scripts) as auditor:
        auditor.go("/auditor")
        auditor.fill("HPR-nummer", "0")
        auditor.press("Finn")
        assert "Dette må rettes" in says(auditor)
        auditor.go("/auditor")
        auditor.page.locator("main ul a").first.click()
        auditor.page.locator("main li a").first.click()
        auditor.page.get_by_role("link", name="Historie", exact=True).click()
        assert "Hendelser" in says(auditor)
        assert auditor.page.get_by_role("link", name="Marker som feil").count() == 0


@SCRIPTS
def test_one_who_keeps_it_running_sees_how_it_goes_and_no_case(
    demo: Demo, *, scripts: bool
) -> None:
    with demo.visit("Drift", scripts=scripts) as operator:
        operator.go("/system-administrator")
        assert "I orden" in says(operator)
        assert "Lovboken" in says(operator)
