"""Bearer tokens of the demo: who somebody is, signed; never what they may do."""

from __future__ import annotations

from datetime import timedelta

import jwt

from application.ports import Clock
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import NotSignedIn

ALGORITHM = "HS256"
AUDIENCE = "alis-demo"
LASTS = timedelta(days=30)


class DemoTokens:
    """Makes and reads tokens with the secret of one data folder."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._secret = secret
        self._clock = clock

    def make(self, person: Id) -> str:
        now = self._clock.now()
        claims = {"sub": person, "aud": AUDIENCE, "iat": now, "exp": now + LASTS}
        return jwt.encode(claims, self._secret, algorithm=ALGORITHM)

    def person(self, token: str) -> Id:
        """Return whose token it is; raises NotSignedIn."""
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                # Time is told by our own clock, below.
                options={
                    "require": ["sub", "exp", "aud"],
                    "verify_exp": False,
                    "verify_iat": False,
                },
            )
            if claims["exp"] <= self._clock.now().timestamp():
                raise jwt.ExpiredSignatureError
            return parsed_id(claims["sub"])
        except (jwt.InvalidTokenError, ValueError):
            raise NotSignedIn(
                "token-invalid",
                nb="Adgangstegnet er ugyldig eller for gammelt; lag et nytt med «alis token».",
                en="The token is invalid or too old; make a new one with 'alis token'.",
            ) from None
