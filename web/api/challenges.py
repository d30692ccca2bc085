"""How a program is told to show who it is, where it was not believed or lacks a scope."""

from __future__ import annotations

from typing import cast

import flask

from application.signing_in import MachineAccess

SCOPE_MISSING = "scope-missing"


def machine_access() -> MachineAccess | None:
    """Return who reads the tokens of machine clients; the demo's tokens stand in their place."""
    known = flask.current_app.extensions
    return None if known["alis-tokens"] else cast("MachineAccess | None", known["alis-machines"])


def challenge(code: str) -> str:
    """Return the header WWW-Authenticate of a refusal."""
    access = machine_access()
    if access is None:
        return "Bearer"
    if code == SCOPE_MISSING:
        return access.challenge("insufficient_scope", scope=flask.g.get("scope"))
    shown = "Authorization" in flask.request.headers
    return access.challenge("invalid_token" if shown else None)
