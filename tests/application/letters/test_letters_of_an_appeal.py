"""What the receipt for an appeal, and the letter that sends it on, say."""

from __future__ import annotations

from datetime import date

from application.letters.letter import Points, Steps
from tests.support.letter_text import plain
from tests.support.letters import LACKING, appeal_receipt, forwarded


def test_an_appeal_on_the_last_day_is_in_time_and_the_counting_is_shown() -> None:
    letter = appeal_receipt()
    said = plain(letter)
    assert "Klagen er fremsatt i tide. Siste dag for å klage var 7. april 2026." in said
    assert "særlige grunner" not in said
    (steps,) = (block for block in letter.blocks if isinstance(block, Steps))
    assert any("andre påskedag" in step.says for step in steps.steps)
    assert any("domstolloven § 149 første ledd" in step.basis for step in steps.steps)


def test_a_day_later_it_is_late_and_the_party_is_asked_for_grounds() -> None:
    said = plain(appeal_receipt(date(2026, 4, 8)))
    assert "Klagen er fremsatt etter at fristen var ute." in said
    assert "ikke kan lastes for at klagen kom sent" in said
    assert "forvaltningsloven § 31 første ledd" in said
    first = "Helsedirektoratet tar først stilling til om klagen kan behandles."
    assert first in said
    assert first not in plain(appeal_receipt())


def test_after_the_absolute_year_nobody_is_asked_for_grounds() -> None:
    said = plain(appeal_receipt(date(2027, 3, 11)))
    assert "Klagen er fremsatt etter at fristen var ute." in said
    assert "bør du skrive det til oss" not in said


def test_what_it_lacks_is_told_with_the_day_to_mend_it() -> None:
    letter = appeal_receipt(lacking=LACKING)
    assert Points(items=LACKING.what) in letter.blocks
    assert "Du kan rette det innen 21. april 2026" in plain(letter)
    assert "Dette mangler klagen" not in plain(appeal_receipt())


def test_the_four_months_are_a_promise_and_no_deadline() -> None:
    said = plain(appeal_receipt())
    assert (
        "innen fire måneder fra den kom, det vil si 7. august 2026. Dette er et mål for "
        "saksbehandlingen og ingen frist etter loven."
    ) in said


def test_the_time_of_day_is_told_where_it_is_known() -> None:
    assert "| Mottatt | 7. april 2026 klokken 09.05" in plain(appeal_receipt())


def test_what_is_sent_on_says_why_and_what_is_new_and_is_copied_to_the_party() -> None:
    said = plain(forwarded())
    assert "opprettholder vedtaket" in said
    assert "> Jeg ber om at søknaden innvilges.\n>\n> Se vedlegget." in said
    assert "* Tjenestebekreftelse fra Nærøysund kommune, datert 30. mars 2026" in said
    assert "| 4 | Utskrift fra Kompetanseportalen | uten dato" in said
    assert forwarded().copies == ("Åse Bjørnø",)
    assert "(forvaltningsloven § 33 fjerde ledd første punktum)" in said


def test_that_nothing_is_new_is_said() -> None:
    assert "ikke kommet fram noe nytt" in plain(forwarded(new=()))


def test_that_no_documents_go_along_is_said() -> None:
    assert "Ingen dokumenter følger med" in plain(forwarded(documents=()))


def test_of_a_decision_changed_in_part_only_the_rest_is_maintained() -> None:
    said = plain(forwarded(partly="Målene i del én er godkjent."))
    assert "opprettholder den delen av vedtaket som ikke er endret" in said
    assert "Målene i del én er godkjent." in said
