"""Entering people once, and finding those who are known already."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from random import randrange
from typing import Any

import pytest

from domain.shared.identifiers import Synthetic, check_identity_number
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from tests.support.town import Town

OPERATOR = ("operator", "system-administrator")


def new() -> dict[str, Any]:
    """Return somebody nobody has heard of."""
    return {
        "name": "Kari Nordmann",
        "email": "kari@example.no",
        "hpr": str(randrange(10**8, 10**9)),
    }


def test_a_person_is_entered_once_by_the_same_key(aasnes: Town) -> None:
    body = new()
    first = aasnes.post("/people", *OPERATOR, body, Idempotency_Key=body["hpr"])
    again = aasnes.post("/people", *OPERATOR, body, Idempotency_Key=body["hpr"])
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json


@pytest.mark.parametrize("other", [{"name": "Ola"}, {"email": None}, {"hpr": None}])
def test_the_same_key_for_somebody_else_is_refused(aasnes: Town, other: dict[str, Any]) -> None:
    body = new()
    key = body["hpr"]
    first = aasnes.done("/people", *OPERATOR, body, Idempotency_Key=key)
    refused = aasnes.post("/people", *OPERATOR, body | other, Idempotency_Key=key)
    assert (refused.status_code, refused.json["code"]) == (422, "key-reused")
    assert aasnes.get(f"/people/{first['person']}", *OPERATOR).json == first


def test_a_key_is_of_the_one_who_chose_it(aasnes: Town) -> None:
    first, second = new(), new()
    administrator = ("administrator", "administrator")
    acting_for = aasnes.organisation
    one = aasnes.done("/people", *OPERATOR, first, Idempotency_Key=first["hpr"])
    two = aasnes.done(
        "/people", *administrator, second, Idempotency_Key=first["hpr"], Acting_For=acting_for
    )
    assert one["person"] != two["person"]


def test_without_a_key_two_of_the_same_name_are_two(aasnes: Town) -> None:
    ids = {aasnes.done("/people", *OPERATOR, {"name": "Ola"})["person"] for _ in range(2)}
    assert len(ids) == 2
    assert all(map(Id, ids))


def test_administrators_find_whom_others_have_entered(aasnes: Town) -> None:
    body = new()
    entered = aasnes.done("/people", *OPERATOR, body)
    asked = {"hpr": body["hpr"]}
    found = aasnes.post(
        "/people/search",
        "administrator",
        "administrator",
        asked,
        Acting_For=aasnes.organisation,
    )
    assert (found.status_code, found.json) == (200, entered)
    assert aasnes.post("/people/search", *OPERATOR, asked).json == entered


def test_only_administrators_look_people_up_and_only_by_a_number_that_may_be(aasnes: Town) -> None:
    asked = {"hpr": "123456789"}
    unknown = aasnes.post("/people/search", *OPERATOR, asked)
    assert (unknown.status_code, unknown.json["code"]) == (404, "unknown-person")
    assert aasnes.post("/people/search", "leader", "leader", asked).status_code in (403, 404)
    assert aasnes.post("/people/search", "stranger", "doctor", asked).status_code == 403
    assert aasnes.post("/people/search", *OPERATOR, {"hpr": "x"}).status_code == 400
    assert aasnes.post("/people/search", *OPERATOR, {}).json["code"] == "malformed"


def identity_number() -> str:
    """Return a number of the test register that fits."""
    while True:
        digits = f"{randrange(1, 29):02}8790{randrange(10**5):05}"
        with suppress(Invalid):
            return check_identity_number(
                digits, on=date(2026, 1, 1), allow_synthetic=Synthetic.ALLOWED
            )


def test_an_identity_number_is_of_one_person_and_shown_to_none(aasnes: Town) -> None:
    number = identity_number()
    entered = aasnes.done("/people", *OPERATOR, new() | {"identityNumber": number})
    assert number not in str(entered)
    taken = aasnes.post("/people", *OPERATOR, new() | {"identityNumber": f" {number} "})
    assert (taken.status_code, taken.json["code"]) == (409, "person-known")
    assert number not in str(taken.json)


@pytest.mark.parametrize(
    "before",
    [{"identityNumber": identity_number()}, {}],
    ids=["another", "one where there was none"],
)
def test_the_same_key_with_another_identity_number_is_refused(
    aasnes: Town, before: dict[str, str]
) -> None:
    body = new()
    first, key = body | before, body["hpr"]
    entered = aasnes.done("/people", *OPERATOR, first, Idempotency_Key=key)
    again = aasnes.post("/people", *OPERATOR, first, Idempotency_Key=key)
    assert (again.status_code, again.json) == (200, entered)
    other = body | {"identityNumber": identity_number()}
    refused = aasnes.post("/people", *OPERATOR, other, Idempotency_Key=key)
    assert (refused.status_code, refused.json["code"]) == (422, "key-reused")


def test_a_mistyped_identity_number_is_told_and_nobody_is_entered(aasnes: Town) -> None:
    number = identity_number()
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    body = new()
    refused = aasnes.post("/people", *OPERATOR, body | {"identityNumber": wrong})
    assert (refused.status_code, refused.json["code"]) == (400, "identity-number-check-digits")
    assert wrong not in str(refused.json)
    sought = aasnes.post("/people/search", *OPERATOR, {"hpr": body["hpr"]})
    assert sought.status_code == 404
