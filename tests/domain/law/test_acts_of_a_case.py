"""Where each of the two acts says what is done in a case, read section by section in both."""

from __future__ import annotations

import pytest

from domain.law import access_places, advance_notice_places, impartial_places, reversal_places
from domain.law.access_places import AccessGround
from domain.law.administration import ACT, Regime
from domain.law.advance_notice_places import LeftOut
from domain.law.aside import SuperiorGround
from domain.law.aside_places import GROUNDS as SUPERIOR_GROUNDS
from domain.law.impartial_places import Partiality
from domain.law.new_administration import NEW_ACT
from domain.law.party_rights import OF_ACT as RIGHTS
from domain.law.reversal_places import ReversalGround
from domain.shared.citation import Citation
from domain.shared.findings import Confidence

OLD, NEW = Regime.ACT_OF_1967, Regime.ACT_OF_2025
R, L, A, P = ReversalGround, LeftOut, AccessGround, Partiality


def place(*cited: Citation) -> str:
    """Return a place as 'section(paragraph)letter s sentence'."""
    one = cited[-1]
    return (
        one.section
        + (f"({one.paragraph})" if one.paragraph else "")
        + (one.letter or "")
        + (f" s{one.sentence}" if one.sentence else "")
    )


@pytest.mark.parametrize(
    ("regime", "told"),
    [
        pytest.param(
            OLD,
            {R.NOT_TO_DETRIMENT: "35(1)a", R.NOT_ARRIVED: "35(1)b", R.INVALID: "35(1)c"},
            id="L-FVL-10-section-35",
        ),
        pytest.param(
            NEW,
            {
                R.NOT_ARRIVED: "71(1)a",
                R.NOT_TO_DETRIMENT: "71(1)b",
                R.CONDITIONS: "71(1)c",
                R.STRONG_INTERESTS: "71(1)d",
                R.INVALID: "74(3) s1",
            },
            id="L-NFVL-02-section-71",
        ),
    ],
)
def test_the_grounds_of_reversal(regime: Regime, told: dict[str, str]) -> None:
    places = reversal_places.GROUNDS[regime]
    assert {ground: place(*cited) for ground, cited in places.items()} == told


def test_the_body_above_may_on_each_ground_of_section_71() -> None:
    """Section 72, first paragraph; the act of 1967 has letters a to c, and its third paragraph."""
    own, above = set(map(str, reversal_places.GROUNDS[NEW])), set(map(str, SUPERIOR_GROUNDS[NEW]))
    assert above == own | {SuperiorGround.FOR_OTHERS}
    assert set(SUPERIOR_GROUNDS[OLD]) == set(SuperiorGround) - {
        SuperiorGround.CONDITIONS,
        SuperiorGround.STRONG_INTERESTS,
    }


@pytest.mark.parametrize(
    ("regime", "told", "notice", "time"),
    [
        pytest.param(
            OLD,
            {L.NOT_POSSIBLE: "16(3)a", L.NO_ADDRESS: "16(3)b", L.KNOWS_ALREADY: "16(3)c"},
            "16(1)",
            "16(1)",
            id="L-FVL-15-section-16",
        ),
        pytest.param(
            NEW,
            {
                L.DEFEATS_DECISION: "42(3)a",
                L.URGENT: "42(3)b",
                L.NOT_PRACTICABLE: "42(3)c",
                L.UNNECESSARY: "42(3)d",
            },
            "42(1)",
            "42(2) s2",
            id="L-NFVL-02-section-42",
        ),
    ],
)
def test_advance_notice(regime: Regime, told: dict[str, str], notice: str, time: str) -> None:
    places = advance_notice_places.OF_ACT[regime]
    assert {ground: place(*cited) for ground, cited in places.left_out.items()} == told
    assert (place(places.notice), place(places.time_to_comment)) == (notice, time)


@pytest.mark.parametrize(
    ("regime", "told", "others"),
    [
        pytest.param(
            OLD,
            {
                A.INTERNAL_DOCUMENT: "18 a(1) s1",
                A.FROM_SUBORDINATE_BODY: "18 b(1) s1",
                A.ADVICE_TO_THE_BODY: "18 b(2)",
                A.FOREIGN_AND_DEFENCE_INTERESTS: "19(1)a",
                A.TRADE_SECRETS: "19(1)b",
                A.RESEARCH_IDEAS: "19(1)c",
                A.OWN_HEALTH_OR_THOSE_CLOSE: "19(1)d",
                A.ANOTHERS_HEALTH: "19(2)a",
                A.SPECIAL_REASONS: "19(2)b",
                A.WHILE_INVESTIGATED: "20(1) s2",
            },
            ("18(1) s1", "18 a(1) s1", "21(1)", "21(2)"),
            id="L-FVL-15-sections-18-to-21",
        ),
        pytest.param(
            NEW,
            {
                A.INTERNAL_DOCUMENT: "47(1) s1",
                A.FROM_SUBORDINATE_BODY: "48(1) s1",
                A.ADVICE_TO_THE_BODY: "48(2)",
                A.PERSONAL_CIRCUMSTANCES: "50(1)a",
                A.TRADE_SECRETS: "50(1)b",
                A.RESEARCH_IDEAS: "50(1)c",
                A.OWN_HEALTH_OR_THOSE_CLOSE: "50(1)d",
                A.SOURCE: "50(1)e",
                A.CRIME_OR_DANGER: "50(1)f",
                A.FOREIGN_AND_DEFENCE_INTERESTS: "50(1)g",
                A.MISLEADING_REST: "51(1)",
                A.WHILE_INVESTIGATED: "52(2)",
            },
            ("46(1) s1", "47(1) s1", "53(1)", "53(2)"),
            id="L-NFVL-02-sections-46-to-53",
        ),
    ],
)
def test_access(regime: Regime, told: dict[str, str], others: tuple[str, ...]) -> None:
    places = access_places.OF_ACT[regime]
    assert {ground: place(*cited) for ground, cited in places.grounds.items()} == told
    said = (places.access, places.internal, places.refusal, places.appeal)
    assert tuple(map(place, said)) == others


@pytest.mark.parametrize(
    ("regime", "told"),
    [
        pytest.param(
            OLD,
            {
                P.PARTY: "6(1)a",
                P.RELATED: "6(1)b",
                P.MARRIED_OR_FOSTERED: "6(1)c",
                P.REPRESENTATIVE: "6(1)d",
                P.LEADS_A_PARTY: "6(1)e",
                P.SPECIAL_CIRCUMSTANCES: "6(2)",
                P.SUPERIOR_DISQUALIFIED: "6(3)",
            },
            id="L-FVL-15-section-6",
        ),
        pytest.param(
            NEW,
            {
                P.PARTY: "26(1)",
                P.PARTNER: "26(2)a",
                P.DIRECT_LINE: "26(2)b",
                P.SIBLING: "26(2)c",
                P.PARTNERS_FAMILY: "26(2)d",
                P.FOSTER_FAMILY: "26(2)e",
                P.STEP_FAMILY: "26(2)f",
                P.REPRESENTATIVE: "26(3)a",
                P.LEADS_A_PARTY: "26(3)b",
                P.DECIDED_BELOW: "26(4) s1",
                P.SPECIAL_CIRCUMSTANCES: "27(1)",
                P.SUPERIOR_DISQUALIFIED: "25(2) s1",
            },
            id="L-NFVL-02-sections-25-to-27",
        ),
    ],
)
def test_who_is_disqualified(regime: Regime, told: dict[str, str]) -> None:
    places = impartial_places.OF_ACT[regime].grounds
    assert {ground: place(*cited) for ground, cited in places.items()} == told


@pytest.mark.parametrize(
    ("regime", "told", "demanded", "by_the_body", "sure"),
    [
        pytest.param(
            OLD,
            ("6", "6(1)", "7", "8(1)", "9(1)", "6(2)"),
            "8(1) s2",
            "8(2) s1",
            Confidence.C,
            id="L-FVL-15-sections-6-to-9",
        ),
        pytest.param(
            NEW,
            ("25(1)", "26(1)", "28(1)", "29(2)", "29(4) s1", "26(4) s1"),
            None,
            None,
            Confidence.A,
            id="L-NFVL-02-sections-25-to-29",
        ),
    ],
)
def test_who_answers_and_who_acts_instead(
    regime: Regime,
    told: tuple[str, ...],
    demanded: str | None,
    by_the_body: str | None,
    sure: Confidence,
) -> None:
    one = impartial_places.OF_ACT[regime]
    said = (one.disqualified, one.party, one.urgent, one.answered, one.substitute)
    assert tuple(map(place, (*said, one.decided_below))) == told
    assert (one.demanded and place(one.demanded)) == demanded
    assert (one.by_the_body and place(one.by_the_body)) == by_the_body
    assert one.decided_below_is is sure


@pytest.mark.parametrize(
    ("regime", "told"),
    [
        pytest.param(
            OLD,
            ("33(2) s3", "33(2)", "33(4) s1", "34", "34(3)", "28(3) s1", "32(3)"),
            id="L-FVL-08-sections-28-to-34",
        ),
        pytest.param(
            NEW,
            ("67(1)", "67(2)", "67(3) s1", "68", "68(4)", "61(3)", "66(4)"),
            id="L-NFVL-02-sections-61-to-68",
        ),
    ],
)
def test_what_is_done_with_an_appeal(regime: Regime, told: tuple[str, ...]) -> None:
    one = RIGHTS[regime]
    said = (one.dismissal, one.review, one.forwarding, one.hearing, one.detriment, one.final)
    assert tuple(map(place, (*said, one.mending))) == told


def test_no_table_of_one_act_cites_the_other() -> None:
    tables = {
        OLD: (access_places.OF_ACT[OLD].grounds, impartial_places.OF_ACT[OLD].grounds),
        NEW: (access_places.OF_ACT[NEW].grounds, impartial_places.OF_ACT[NEW].grounds),
    }
    for regime, act in ((OLD, ACT), (NEW, NEW_ACT)):
        grounds: list[tuple[Citation, ...]] = [
            *(cited for table in tables[regime] for cited in table.values()),
            *advance_notice_places.OF_ACT[regime].left_out.values(),
            *reversal_places.GROUNDS[regime].values(),
            *SUPERIOR_GROUNDS[regime].values(),
        ]
        assert {one.act for cited in grounds for one in cited} == {act}
