"""Why a sign-in is refused: words for people, a reason for the log, and never a claim in either."""

from __future__ import annotations

import logging

from application.ports import Unavailable
from domain.shared.refusals import NotSignedIn

LOG = logging.getLogger(__name__)


class NotBelieved(Exception):
    """A token or an answer failed a check; ``reason`` names the check, not what was in it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def not_ours() -> NotSignedIn:
    """The browser came back with another sign-in than the one it left with."""
    return NotSignedIn(
        "sign-in-not-ours",
        nb="Denne innloggingen ble ikke startet her, eller den er for gammel; logg inn på nytt.",
        en="This sign-in was not begun here, or it is too old; sign in anew.",
    )


def cancelled() -> NotSignedIn:
    return NotSignedIn(
        "sign-in-cancelled",
        nb="Innloggingen ble avbrutt; du er ikke logget inn.",
        en="The sign-in was cancelled; you are not signed in.",
    )


def not_believed(why: NotBelieved) -> NotSignedIn:
    """Log which check failed, and tell the person that it was not their doing."""
    LOG.warning("sign-in refused: %s", why.reason)
    return NotSignedIn(
        "sign-in-not-believed",
        nb="Svaret fra innloggingstjenesten kunne ikke bekreftes, og du er ikke logget inn. "
        "Prøv på nytt; meld fra til den som drifter løsningen hvis det skjer igjen.",
        en="The answer from the sign-in service could not be verified, and you are not signed in. "
        "Try again; tell whoever runs this service if it happens again.",
    )


def level_too_low() -> NotSignedIn:
    LOG.warning("sign-in refused: security level")
    return NotSignedIn(
        "security-level-too-low",
        nb="Her kreves innlogging på høyeste sikkerhetsnivå, for eksempel med BankID eller "
        "Buypass.",
        en="Signing in at the highest security level is needed here, for instance with BankID or "
        "Buypass.",
    )


def not_fresh() -> NotSignedIn:
    LOG.warning("sign-in refused: not proved anew")
    return NotSignedIn(
        "sign-in-not-fresh",
        nb="Du må bekrefte hvem du er på nytt før dette kan gjøres; prøv en gang til.",
        en="You must prove anew who you are before this can be done; try once more.",
    )


def another_person() -> NotSignedIn:
    LOG.warning("sign-in refused: another person than the one signed in")
    return NotSignedIn(
        "sign-in-other-person",
        nb="Den som bekreftet seg, er en annen enn den som er logget inn. Logg ut først.",
        en="Whoever proved who they are is not the one signed in. Sign out first.",
    )


def no_identity_number() -> NotSignedIn:
    LOG.warning("sign-in refused: no identity number")
    return NotSignedIn(
        "identity-number-missing",
        nb="Innloggingstjenesten oppga ikke fødselsnummer eller D-nummer; velg en innlogging "
        "som gjør det, for eksempel BankID.",
        en="The sign-in service gave no birth number or D number; choose a way to sign in that "
        "does, for instance BankID.",
    )


def token_invalid(why: NotBelieved) -> NotSignedIn:
    """Log which check failed; the program that called is told so much that it can be mended."""
    LOG.warning("machine token refused: %s", why.reason)
    return NotSignedIn(
        "token-invalid",
        nb=f"Adgangstegnet kan ikke brukes ({why.reason}); hent et nytt hos utstederen.",
        en=f"The token cannot be used ({why.reason}); get a new one from the issuer.",
    )


def unreachable(what: str) -> Unavailable:
    """Log what could not be reached or read; ``what`` is an address of the provider's or a code."""
    LOG.error("sign-in provider unavailable: %s", what)
    return Unavailable(
        "sign-in-unavailable",
        nb="Innloggingstjenesten svarer ikke nå; prøv igjen om litt.",
        en="The sign-in service does not answer now; try again in a while.",
    )
