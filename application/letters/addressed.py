"""How a letter addresses whom it is to: a person as «du», an establishment as what it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """The words for the one a letter is to, in the places where Norwegian has different ones.

    ``party``: who is named among the heads of the letter as the party, None where the addressee
    is the party and no more need be said.
    """

    you: str
    you_object: str
    your_appeal: str
    you_or_who_acts: str
    signed_by: str
    to_your_favour: str
    on_your_part: str
    party: str | None = None


A_PERSON = Addressed(
    you="du",
    you_object="deg",
    your_appeal="klagen din",
    you_or_who_acts="du eller den som handler for deg,",
    signed_by="deg eller den som handler for deg",
    to_your_favour="til din fordel",
    on_your_part="fra din side",
)


def establishment(name: str) -> Addressed:
    """Return the words for an establishment: one is not on first-name terms with a municipality.

    It signs through somebody; who that is, is for itself to say.
    """
    return Addressed(
        you="virksomheten",
        you_object="virksomheten",
        your_appeal=f"klagen fra {name}",
        you_or_who_acts="virksomheten eller den som handler for den,",
        signed_by="den som handler for virksomheten",
        to_your_favour="til fordel for virksomheten",
        on_your_part="fra virksomhetens side",
        party=name,
    )
