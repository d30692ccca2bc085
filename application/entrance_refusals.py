"""Why somebody the provider vouches for is not let in."""

from __future__ import annotations

from domain.shared.refusals import NotPermitted, NotSignedIn


def not_ours() -> NotSignedIn:
    """The browser has not begun it, or somebody else did, or it was answered before."""
    return NotSignedIn(
        "sign-in-not-ours",
        nb="Denne innloggingen ble ikke startet i denne nettleseren, er brukt før eller er for "
        "gammel; logg inn på nytt.",
        en="This sign-in was not begun in this browser, was used before or is too old; sign in "
        "anew.",
    )


def other_person() -> NotSignedIn:
    return NotSignedIn(
        "sign-in-other-person",
        nb="Den som bekreftet seg, er en annen enn den som er logget inn. Logg ut først.",
        en="Whoever proved who they are is not the one signed in. Sign out first.",
    )


def unknown_person() -> NotPermitted:
    return NotPermitted(
        "person-not-entered",
        nb="Du er ikke registrert her. Administratoren i virksomheten din kan registrere deg med "
        "fødselsnummer eller HPR-nummer; logg så inn på nytt.",
        en="You are not entered here. The administrator of your establishment can enter you with "
        "your identity number or HPR number; then sign in anew.",
    )


def two_entries() -> NotPermitted:
    return NotPermitted(
        "person-entered-twice",
        nb="Fødselsnummeret og HPR-nummeret ditt står på to ulike registreringer. Administratoren "
        "i virksomheten din kan be den som drifter systemet, om å slå dem sammen.",
        en="Your identity number and your HPR number are on two different entries. The "
        "administrator of your establishment can ask whoever runs the system to merge them.",
    )
