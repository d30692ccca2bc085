"""Bearer tokens of the demo: who somebody is, signed; never what they may do."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import jwt

from domain.shared.refusals import Refused

ALGORITHM = "HS256"
AUDIENCE = "alis-demo"
LASTS = timedelta(days=30)


class NotSignedIn(Refused):
    """The token is missing, forged or too old."""


class DemoTokens:
    """Makes and reads tokens with the secret of one data folder."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def make(self, person: UUID, *, now: datetime) -> str:
        claims = {"sub": str(person), "aud": AUDIENCE, "iat": now, "exp": now + LASTS}
        return jwt.encode(claims, self._secret, algorithm=ALGORITHM)

    def person(self, token: str) -> UUID:
        """Return whose token it is; raises NotSignedIn."""
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                options={"require": ["sub", "exp", "aud"]},
            )
            return UUID(claims["sub"])
        except (jwt.InvalidTokenError, ValueError):
            raise NotSignedIn(
                "token-invalid",
                nb="Adgangstegnet er ugyldig eller for gammelt; lag et nytt med «alis token».",
                en="The token is invalid or too old; make a new one with 'alis token'.",
            ) from None
