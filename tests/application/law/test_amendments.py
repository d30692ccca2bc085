"""An amendment file is read into a law book of its own, or refused with everything wrong in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from application.law.amendments import amended_by_file
from application.law.problems import AmendmentsRefused
from domain.law.book import IN_FORCE
from domain.shared.findings import Confidence

BASIS = 'basis = { act = "Forslag 2026", section = "2", paragraph = 3 }'


def file(*amendments: str, name: str = 'name = "tried"') -> str:
    return "\n".join((name, *(f"[[amendment]]\n{one}" for one in amendments)))


def test_what_is_not_named_stays_as_it_was() -> None:
    book = amended_by_file(
        IN_FORCE,
        file(
            'rule = "guidance"\nin_force_from = 2027-01-01\nannounced_on = 2026-12-01\n'
            f"value = {{ hours_a_year = 36.5 }}\n{BASIS}"
        ),
    )
    version = book.guidance.on(date(2027, 1, 1))
    assert version.value.hours_a_year == Decimal("36.5")
    assert version.value.averaged == IN_FORCE.guidance.wordings[-1].value.averaged
    assert version.confidence is Confidence.C
    assert version.citation.nb == "Forslag 2026 § 2 tredje ledd"
    assert book.version == "tried/2026-07-02"
    assert book.guidance.on(date(2026, 12, 31)) == IN_FORCE.guidance.on(date(2026, 12, 31))
    unread = book.as_announced_by(date(2026, 11, 30))
    assert unread.guidance.on(date(2027, 1, 1)).value.hours_a_year == Decimal(42)


def test_a_rule_can_be_repealed_and_given_anew() -> None:
    book = amended_by_file(
        IN_FORCE,
        file(
            f'rule = "old_scheme"\nin_force_from = 2026-09-01\nrepealed = true\n{BASIS}',
            'rule = "old_scheme"\nin_force_from = 2026-10-01\n'
            f'confidence = "B"\nvalue = {{ last_day = 2027-12-31 }}\n{BASIS}',
        ),
    )
    assert book.old_scheme.find(date(2026, 9, 30)) is None
    anew = book.old_scheme.on(date(2026, 10, 1))
    assert (anew.value.last_day, anew.confidence) == (date(2027, 12, 31), Confidence.B)


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        pytest.param("name = ", "", "not valid TOML", id="not-toml"),
        pytest.param(file(name=""), "name", "give the proposal a name", id="no-name"),
        pytest.param(file(), "amendment", "no [[amendment]]", id="nothing-amended"),
        pytest.param(
            file(f'rule = "guidnce"\n{BASIS}'), "rule", "did you mean guidance", id="unknown-rule"
        ),
        pytest.param(
            file(f'rule = "guidance"\nin_force_from = 2025-01-01\nvalue = {{}}\n{BASIS}'),
            "in_force_from",
            "section 2, paragraph 3, sentence 2); a new one must come into force later",
            id="not-after-its-predecessor",
        ),
        pytest.param(
            file(f'rule = "guidance"\nin_force_from = "2027-01-01"\nvalue = {{}}\n{BASIS}'),
            "in_force_from",
            "without quotes",
            id="a-day-as-text",
        ),
        pytest.param(
            file(f'rule = "guidance"\nin_force_from = 9999-01-01\nvalue = {{}}\n{BASIS}'),
            "in_force_from",
            "give a day such as",
            id="a-day-nobody-means",
        ),
        pytest.param(
            file(f'rule = "guidance"\nin_force_from = 2027-01-01\n{BASIS}'),
            "value",
            "either repealed = true or value",
            id="no-value",
        ),
        pytest.param(
            file(
                'rule = "guidance"\nin_force_from = 2027-01-01\nrepealed = true\n'
                f"value = {{}}\n{BASIS}"
            ),
            "value",
            "either repealed = true or value",
            id="both-value-and-repeal",
        ),
        pytest.param(
            file(
                'rule = "guidance"\nin_force_from = 2027-01-01\n'
                f'value = {{ hours_a_year = "many" }}\n{BASIS}'
            ),
            "value",
            "wrong type",
            id="wrong-type",
        ),
        pytest.param(
            file(f'rule = "guidance"\nin_force_from = 2027-01-01\nvalue = {{ foo = 1 }}\n{BASIS}'),
            "value.foo",
            "it says hours_a_year",
            id="the-rule-does-not-say-this",
        ),
        pytest.param(
            file('rule = "guidance"\nin_force_from = 2027-01-01\nvalue = {}'),
            "basis",
            "at least act and section",
            id="no-basis",
        ),
        pytest.param(
            file(
                'rule = "guidance"\nin_force_from = 2027-01-01\nvalue = {}\n'
                f'confidence = "U"\n{BASIS}'
            ),
            "confidence",
            "A, B or C",
            id="what-is-not-known-is-not-law",
        ),
        pytest.param(
            file(f'rule = "guidance"\nfrom = 2027-01-01\nvalue = {{}}\n{BASIS}'),
            "from",
            "unknown field",
            id="unknown-field",
        ),
    ],
)
def test_bad_input_is_told_with_what_would_be_right(text: str, field: str, says: str) -> None:
    with pytest.raises(AmendmentsRefused) as told:
        amended_by_file(IN_FORCE, text)
    found = [one for one in told.value.problems if one.field == field]
    assert found
    assert says in found[0].says.en
    assert told.value.code == "amendments-refused"


def test_everything_wrong_is_told_at_once() -> None:
    bad = file('rule = "a"', 'rule = "guidance"\nin_force_from = 1\nvalue = {}')
    with pytest.raises(AmendmentsRefused) as told:
        amended_by_file(IN_FORCE, bad)
    assert {(one.amendment, one.field) for one in told.value.problems} >= {
        (1, "rule"),
        (2, "in_force_from"),
        (2, "basis"),
    }
    assert "amendment 1, rule" in str(told.value)


def test_two_amendments_of_one_rule_follow_each_other() -> None:
    one = f'rule = "guidance"\nin_force_from = 2027-01-01\nvalue = {{}}\n{BASIS}'
    with pytest.raises(AmendmentsRefused, match="a new one must come into force later"):
        amended_by_file(IN_FORCE, file(one, one))


@pytest.mark.parametrize(
    ("rule", "value", "field"),
    [
        ("guidance", "hours_a_year = -5", "hours_a_year"),
        ("guidance", "hours_a_year = nan", "hours_a_year"),
        ("guidance", "hours_a_year = inf", "hours_a_year"),
        ("absence", "share = 1.5", "share"),
        ("appeal", "length = -3", "length"),
        ("appeal", "length = 1000000", "length"),
        ("appeal", "length = 0", "length"),
        ("open_practice_floor", "percentage = 900", "percentage"),
        ("essential_part", "share = 1", "share"),
    ],
)
def test_a_number_nobody_means_is_told(rule: str, value: str, field: str) -> None:
    text = f'rule = "{rule}"\nin_force_from = 2027-01-01\nvalue = {{ {value} }}\n{BASIS}'
    with pytest.raises(AmendmentsRefused) as told:
        amended_by_file(IN_FORCE, file(text))
    (one,) = told.value.problems
    assert one.field == f"value.{field}"
    assert "a number from" in one.says.en
