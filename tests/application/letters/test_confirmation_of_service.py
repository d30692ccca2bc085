"""What a confirmation of service says, and what it cannot say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from application.letters.letter import Table
from application.letters.service import Period, service_confirmation
from domain.shared.citation import Citation
from tests.support.letter_text import plain
from tests.support.letters import confirmation, frame

DUTY = Citation(act="spesialistforskriften", section="25", paragraph=1, letter="e")


def a_period(**changed: object) -> Period:
    usual: dict[str, object] = {
        "employer": "Åsnes kommune",
        "arena": "legesenteret",
        "kind": "allmennpraksis",
        "percentage": Decimal(80),
        "first_day": date(2025, 1, 1),
        "last_day": date(2025, 12, 31),
        "confirmed_by": "Kari Nordmann",
        "confirmed_on": date(2026, 1, 2),
    }
    return Period(**(usual | changed))  # type: ignore[arg-type]


def test_the_periods_stand_in_order_with_their_share_and_days() -> None:
    said = plain(confirmation())
    first = "| 1 | Åsnes kommune | Åsnes legesenter | Åpen uselektert allmennpraksis | 100 % "
    assert f"{first}| 01.03.2023 | 31.12.2024" in said
    assert "| 37,5 % | 01.01.2025 | pågår" in said
    assert "| 2 | Nærøysund kommune | Kari Nordmann, virksomhetsleder | 02.03.2026" in said
    assert "(spesialistforskriften § 25 første ledd bokstav e)" in said


def test_a_period_that_goes_on_is_confirmed_no_further_than_it_was() -> None:
    remark = "bekreftet til og med den dagen den ble bekreftet"
    assert remark in plain(confirmation())
    over = service_confirmation(frame(), "Åse Bjørnø", (a_period(),), DUTY)
    assert remark not in plain(over)


def test_a_confirmation_of_nothing_is_not_written() -> None:
    with pytest.raises(ValueError, match="at least one period"):
        service_confirmation(frame(), "Åse Bjørnø", (), DUTY)


@pytest.mark.parametrize("percentage", ["0", "-1", "100.1"])
def test_no_post_is_nothing_or_more_than_whole(percentage: str) -> None:
    with pytest.raises(ValueError, match="above 0 and at most 100"):
        a_period(percentage=Decimal(percentage))


def test_no_period_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end on 2024-12-31"):
        a_period(last_day=date(2024, 12, 31))


def test_a_table_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="must have 2 cells"):
        Table(caption="To", columns=("a", "b"), rows=(("1",),))
