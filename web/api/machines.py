"""Which routes a program may read with a token of its own, and by which scope."""

from __future__ import annotations

from typing import Any, cast

import flask

from application.actors import PROGRAM
from application.on_behalf import read_for
from application.permitting import unknown_case
from application.services import Services
from application.signing_in import MachineClient
from domain.shared.refusals import NotPermitted
from web.api.challenges import machine_access

CATALOGUE, ESTABLISHMENTS = "alis:catalogue.read", "alis:establishments.read"
SCOPES = {
    "catalogue.get_catalogue_goals": CATALOGUE,
    "histories.get_history_imports_template": CATALOGUE,
    "organisations.get_organisations": ESTABLISHMENTS,
    "coverage.get_organisations_coverage": ESTABLISHMENTS,
}
"""Nothing of a person, and no acts: who acts is a person, or the facts would name nobody."""


def also(scope: str) -> list[dict[str, list[str]]]:
    """Return how a route that programs may read too is documented."""
    return [{"token": []}, {"machine": [scope]}]


def admitted() -> MachineClient | None:
    """Return the program that asks, if one does that may be here; raises for one that may not.

    None where no machine clients are known at all, so that a person must be behind the request.
    """
    access = machine_access()
    authorization = flask.request.headers.get("Authorization")
    if access is None or not authorization:
        return None
    own = flask.current_app.extensions["alis-address"]
    client = access.client(
        authorization,
        proof=flask.request.headers.get("DPoP"),
        method=flask.request.method,
        url=f"{own}{flask.request.path}",
    )
    _refuse_elsewhere(client)
    flask.g.machine = client
    return client


def _refuse_elsewhere(client: MachineClient) -> None:
    scope = SCOPES.get(flask.request.endpoint or "")
    if scope is None:
        raise NotPermitted(
            "not-for-programs",
            nb="Dette er for personer. Et program kan lese med tilgangene "
            f"{' og '.join(sorted(set(SCOPES.values())))}; se docs/sign-in.md.",
            en="This is for people. A program may read with the scopes "
            f"{' and '.join(sorted(set(SCOPES.values())))}; see docs/sign-in.md.",
        )
    flask.g.scope = scope
    client.require(scope)
    if "Acting-As" in flask.request.headers:
        raise NotPermitted(
            "programs-hold-no-role",
            nb="Et program har ingen rolle; utelat «Acting-As».",
            en="A program holds no role; leave 'Acting-As' out.",
            field="Acting-As",
        )
    _refuse_of_others(client, flask.request.view_args or {})


def _refuse_of_others(client: MachineClient, named: dict[str, Any]) -> None:
    """Let a program know of the establishment it calls for, and of no other."""
    if (organisation := named.get("organisation")) is None:
        return
    services = cast(Services, flask.current_app.extensions["alis"])
    card = services.establishments.card(organisation, PROGRAM)
    if card.organisation_number != client.consumer:
        raise unknown_case()
    # What is read from here on is of this establishment alone, and names nobody.
    read_for(None)
