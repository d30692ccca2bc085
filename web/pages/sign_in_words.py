"""What the log of sign-ins is called for the one it is about."""

from __future__ import annotations

from application import entrance
from domain.shared.texts import Text

PROVIDERS = {
    "helseid": Text(nb="HelseID", en="HelseID"),
    "idporten": Text(nb="ID-porten", en="ID-porten"),
    "demo": Text(nb="demo", en="demo"),
    entrance.OPERATIONS: Text(nb="drift", en="operations"),
}
PLAIN = Text(nb="annet", en="other")
OUTCOMES = {
    entrance.SIGNED_IN: Text(nb="logget inn", en="signed in"),
    entrance.ANEW: Text(nb="bekreftet på nytt", en="proved anew"),
    entrance.SIGNED_OUT: Text(nb="logget ut", en="signed out"),
    entrance.EVERYWHERE: Text(nb="logget ut overalt", en="signed out everywhere"),
    entrance.ENDED_BY_PROVIDER: Text(
        nb="avsluttet av innloggingstjenesten", en="ended by the sign-in service"
    ),
    entrance.ENDED_BY_OFFICE: Text(
        nb="avsluttet av systemansvarlig", en="ended by a system administrator"
    ),
    "sign-in-cancelled": Text(nb="avbrutt", en="cancelled"),
    "sign-in-other-person": Text(
        nb="en annen bekreftet seg i nettleseren din", en="another proved anew in your browser"
    ),
    "security-level-too-low": Text(
        nb="avvist: for lavt sikkerhetsnivå", en="refused: security level too low"
    ),
    "sign-in-unavailable": Text(
        nb="innloggingstjenesten svarte ikke", en="the sign-in service did not answer"
    ),
}
NOT_IN = Text(nb="avvist", en="refused")
