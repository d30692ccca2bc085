"""What each role comes for, done as a person does it; with scripts, and without."""

from __future__ import annotations

import pytest

from tests.browser.visiting import Demo

pytestmark = pytest.mark.slow
SCRIPTS = pytest.mark.parametrize(
    "scripts", [pytest.param(True, id="with-scripts"), pytest.param(False, id="without-scripts")]
)


@SCRIPTS
def test_a_leader_decides_three_goals(demo: Demo, *, scripts: bool) -> None:
    with demo.visit("Virksomheten", scripts=scripts) as leader:
        for _ in range(3):
            leader.go("/leader")
            leader.press("Se og avgjør")
            before = leader.path
            leader.fill("Begrunnelse", "Vist i praksis over tid.")
            leader.fill("Hvorfor likevel", "Det er sett på stedet.")
            leader.press("Se over")
            assert "Vist i praksis over tid." in leader.page.inner_text("main")
            assert not scripts or leader.violations() == []
            leader.press("Godkjenn læringsmålet")
            assert leader.path.startswith(f"{before}/done"), leader.page.inner_text("main")
            assert "Hva skjer nå?" in leader.page.inner_text("main")
            assert not scripts or leader.violations() == []


@SCRIPTS
def test_a_doctor_logs_a_session_and_an_activity(demo: Demo, *, scripts: bool) -> None:
    with demo.visit("Min utdanning", scripts=scripts) as doctor:
        doctor.go("/doctor")
        doctor.press("Registrer en veiledningssamtale")
        doctor.press("Registrer en veiledningssamtale")
        assert "Dette må rettes" in doctor.page.inner_text("main")
        doctor.choose_first("Veileder")
        doctor.fill("Holdt", "2026-11-20")
        doctor.fill("Varighet", "60")
        doctor.fill("Referat", "Vi snakket om prioritering.")
        doctor.press("Registrer en veiledningssamtale")
        assert "Det er registrert" in doctor.page.inner_text("main")
        assert "/guidance" in doctor.path
        doctor.go("/doctor")
        doctor.press("Registrer en læringsaktivitet")
        doctor.fill("Slag", "Kasuistikk")
        doctor.fill("Gjort", "2026-11-20")
        doctor.press("Registrer en læringsaktivitet")
        assert "Det er registrert" in doctor.page.inner_text("main")
        assert "/work" in doctor.path


@SCRIPTS
def test_bad_input_is_told_on_top_and_beside_and_nothing_is_lost(
    demo: Demo, *, scripts: bool
) -> None:
    with demo.visit("Min utdanning", scripts=scripts) as doctor:
        doctor.go("/doctor")
        doctor.press("Registrer en veiledningssamtale")
        doctor.choose_first("Veileder")
        doctor.fill("Holdt", "2027-12-24")
        doctor.fill("Varighet", "mange")
        doctor.fill("Referat", "Dette skal ikke gå tapt.")
        doctor.press("Registrer en veiledningssamtale")
        said = doctor.page.inner_text("main")
        assert "Dette må rettes" in said
        assert "heltall" in said
        assert doctor.page.get_by_label("Referat").input_value() == "Dette skal ikke gå tapt."
        assert doctor.page.get_by_label("Varighet").get_attribute("aria-invalid") == "true"
        assert doctor.page.title().startswith("Feil")
        assert not scripts or doctor.violations() == []


@SCRIPTS
def test_a_group_organiser_forms_a_group(demo: Demo, *, scripts: bool) -> None:
    with demo.visit("Veiledningsgrupper", scripts=scripts) as organiser:
        organiser.go("/group-organiser")
        organiser.press("Dann en gruppe")
        organiser.fill("Navn", f"Prøvegruppe {scripts}")
        organiser.press("Dann en gruppe")
        assert f"Prøvegruppe {scripts}" in organiser.page.inner_text("main")


@SCRIPTS
def test_an_administrator_enters_and_finds_a_person(demo: Demo, *, scripts: bool) -> None:
    number = "7654321" if scripts else "7654322"
    with demo.visit("Administrasjon", scripts=scripts) as administrator:
        administrator.go("/administrator")
        administrator.press("Legg inn en person")
        administrator.fill("Navn", "Nora Nyansatt")
        administrator.fill("HPR-nummer", number)
        administrator.press("Legg inn en person")
        assert "Det er registrert" in administrator.page.inner_text("main")
        administrator.fill("Finn en person med HPR- eller fødselsnummer", number)
        administrator.press("Finn")
        assert "Nora Nyansatt" in administrator.page.inner_text("main")
        assert number not in administrator.path


def test_a_supervisor_reads_what_is_confidential_and_the_doctor_sees_it(demo: Demo) -> None:
    with demo.visit("Veiledning") as supervisor:
        supervisor.go("/supervisor")
        supervisor.page.locator("main table a").first.click()
        supervisor.page.get_by_role("link", name="Veiledning", exact=True).last.click()
        supervisor.press("Les referatet")
        assert "er notert" in supervisor.page.inner_text("main")


def test_one_sees_nothing_of_an_area_that_is_not_ones_own(demo: Demo) -> None:
    with demo.visit("Drift") as operator:
        for path in ("/leader", "/administrator", "/group-organiser", "/directorate-officer"):
            assert operator.go(path) == 403
            assert "kan den som oppnevner der hjelpe deg" in operator.page.inner_text("main")
        assert operator.go("/nowhere") == 404
        assert "Traceback" not in operator.page.content()
