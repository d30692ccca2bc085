"""What the notice of a decision says, and that it says what the law asks of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from application.letters.against import Final, NewAssessment, Unsettled
from application.letters.decision import AlsoTold, Appealed, Decision, decision_notice, notice_says
from application.letters.letter import Letter
from domain.law.book import IN_FORCE, LawBook
from domain.law.new_administration import with_new_act
from domain.law.notices import NoticeContent
from domain.law.party_rights import party_rights
from domain.shared.citation import Citation
from tests.support.letter_text import plain
from tests.support.letters import (
    APPROVAL,
    DECIDED,
    appeal_decision,
    appealable,
    frame,
    refusal,
)

IN_2025 = with_new_act(IN_FORCE, date(2026, 1, 1))
RIGHTS = party_rights(IN_FORCE, DECIDED)
NEW_RIGHTS = party_rights(IN_2025, DECIDED)
GOAL = Decision(
    matter="læringsmål ALM-031",
    outcome="Læringsmålet er ikke oppnådd.",
    text="Grunner.",
    decided_on=DECIDED,
    basis=(Citation(act="spesialistforskriften", section="26", paragraph=1),),
)


def notice(way: NewAssessment | Unsettled | Final, also: AlsoTold = AlsoTold()) -> str:  # noqa: B008
    return plain(decision_notice(frame(), GOAL, way, RIGHTS, also))


@pytest.mark.parametrize("law", [IN_FORCE, IN_2025], ids=["1967", "2025"])
def test_it_tells_all_that_the_law_asks_of_it(law: LawBook) -> None:
    rule = law.notice_content.on(DECIDED).value
    assert set(rule.required) <= set(notice_says(frame(), appealable(law), AlsoTold()))


def test_names_that_are_left_out_are_not_told() -> None:
    nameless = frame(responsible=None, case_handler=None)
    says = notice_says(nameless, appealable(), AlsoTold())
    assert NoticeContent.CASE_HANDLER not in says
    assert NoticeContent.RESPONSIBLE not in says
    letter = refusal(responsible=None, case_handler=None)
    assert "Sørås" not in plain(letter)


def test_what_the_case_gives_no_reason_for_is_neither_told_nor_said_to_be() -> None:
    says = notice_says(frame(), appealable(), AlsoTold())
    left_out = {NoticeContent.DEFERRAL, NoticeContent.COSTS, NoticeContent.LAWSUIT}
    assert not left_out & set(says)
    bare = plain(decision_notice(frame(), GOAL, appealable(), RIGHTS))
    for heading in ("Utsatt iverksetting", "Sakskostnader", "Søksmål", "Vilkår"):
        assert f"## {heading}" in plain(refusal())
        assert f"## {heading}" not in bare


def test_the_deadline_is_told_in_words_and_where_it_is_said() -> None:
    said = plain(refusal())
    assert (
        "Fristen er tre uker fra underretningen om vedtaket kom fram til deg (forvaltningsloven "
        "§ 29 første ledd første punktum)."
    ) in said
    assert "(forvaltningsloven § 18 første ledd og § 19)" in said
    assert "Med forvaltningsloven menes forvaltningsloven (LOV-1967-02-10)." in said


def test_by_letter_nothing_is_said_of_being_alerted() -> None:
    letter = decision_notice(frame(), GOAL, appealable(digital=False), RIGHTS)
    assert "varsel om det er sendt" not in plain(letter)
    assert "varsel om det er sendt" in plain(refusal())


def test_the_act_of_2025_asks_for_no_signature_and_has_one_rule_of_being_in_time() -> None:
    said = plain(refusal(law=IN_2025))
    assert "LOV-2025-06-20-81" in said
    assert "LOV-1967-02-10" not in said
    assert "underskrevet" not in said
    assert "underretning" not in said.lower()
    assert said.count("Klagen er fremsatt i tide når den er sendt eller levert") == 1
    assert "underskrevet" in plain(refusal())


def test_a_decision_on_an_appeal_is_final_and_says_when_to_go_to_court() -> None:
    said = plain(appeal_decision())
    assert "Vedtaket er endelig og kan ikke påklages" in said
    assert "innen seks måneder" in said
    assert "(helsepersonelloven § 71)" in said
    assert "Du har rett til å klage" not in said
    assert "| Vedtak det er klaget på | Helsedirektoratet, 10. mars 2026" in said


def test_deferral_after_an_appeal_is_until_the_courts_have_decided() -> None:
    said = notice(Final(basis=RIGHTS.final), AlsoTold(deferral=True))
    assert "før det foreligger endelig dom" in said


def test_a_goal_not_achieved_leads_to_a_new_assessment_and_not_to_an_appeal() -> None:
    way = NewAssessment(
        asked_of="statsforvalteren",
        basis=Citation(act="spesialistforskriften", section="26", paragraph=2),
    )
    said = notice(way)
    assert "rett til ny vurdering" in said
    assert "Den ber du statsforvalteren om (spesialistforskriften § 26 andre ledd)" in said
    assert "Du har rett til å klage" not in said
    assert NoticeContent.RIGHT_TO_APPEAL not in notice_says(frame(), way, AlsoTold())


def test_where_the_law_is_not_settled_that_is_said_and_whom_to_write_to() -> None:
    said = notice(Unsettled(says="Ingen av kildene sier hvem.", ask="Åsnes kommune"))
    assert "Ingen av kildene sier hvem." in said
    assert "skrive til Åsnes kommune" in said


def test_the_rules_a_decision_rests_on_stand_in_full() -> None:
    old = Citation(act="forvaltningsloven (LOV-1967-02-10)", section="35", paragraph=1)
    letter = decision_notice(frame(), replace(GOAL, basis=(old, *APPROVAL)), appealable(), RIGHTS)
    assert f"* {old.nb}" in plain(letter)
    for citation in APPROVAL:
        assert f"* {citation.nb}" in plain(letter)


def test_reasons_that_are_not_given_can_be_demanded() -> None:
    demand = "Du kan kreve å få dem, så lenge klagefristen ikke er ute (forvaltningsloven § 24"
    assert demand in plain(refusal(" "))
    assert demand not in plain(refusal())


def test_of_a_decision_on_an_appeal_the_reasons_are_always_given() -> None:
    appealed = Appealed(
        first_body="Helsedirektoratet", first_decided_on=DECIDED, appeal_received_on=DECIDED
    )
    with pytest.raises(ValueError, match="needs its reasons"):
        replace(GOAL, appealed=appealed, text=" \n")


def test_two_acts_with_one_name_do_not_stand_in_one_letter() -> None:
    with pytest.raises(ValueError, match="cannot cite both"):
        decision_notice(frame(), GOAL, appealable(), NEW_RIGHTS)


@pytest.mark.parametrize("lacking", ["sender", "addressee", "reference"])
def test_no_letter_goes_out_without_its_frame(lacking: str) -> None:
    around = frame(**{lacking: " "})
    with pytest.raises(ValueError, match=f"a letter needs a {lacking}"):
        decision_notice(around, GOAL, appealable(), RIGHTS)


def test_the_paragraphs_of_the_reasons_stay_apart_and_their_lines_together() -> None:
    letter: Letter = refusal("Første linje\r\nandre linje\r\n \r\nNytt avsnitt")
    texts = [getattr(block, "text", None) for block in letter.blocks]
    assert "Første linje\nandre linje" in texts
    assert "Nytt avsnitt" in texts
