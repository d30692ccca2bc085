"""May these words be kept, or does something in them look like a patient's identity?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.identity_search import places
from domain.shared.refusals import RuleBroken
from domain.shared.texts import Text

RULE = "R-KP-03"
SHOWN = 5
"""How many places are told."""


class Naming(Protocol):
    """A question about words; ``names_no_patient`` is what the one who brings them says."""

    @property
    def places(self) -> tuple[Text, ...]: ...
    @property
    def names_no_patient(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """May this text be kept?"""

    text: Confidential
    names_no_patient: bool

    @property
    def places(self) -> tuple[Text, ...]:
        return places_in(self.text)


def places_in(text: Confidential) -> tuple[Text, ...]:
    """Return where in an open text something looks like an identity number."""
    return places(text.text or "")


def is_said_to_name_no_patient(asked: Naming) -> Finding | None:
    """Asked of every file: pictures and scans cannot be searched."""
    if asked.names_no_patient:
        return None
    return Finding(
        rule=RULE,
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="Se gjennom filen, og bekreft med «patientsNotNamed» at ingen pasient kan kjennes "
            "igjen i den.",
            en="Look through the file, and confirm with 'patientsNotNamed' that no patient can be "
            "recognised in it.",
        ),
    )


def looks_like_no_patient(asked: Naming) -> Finding | None:
    """What was found is refused until somebody says that no patient is meant; then recorded."""
    if not asked.places:
        return None
    nb, en = listed(asked.places)
    found = Text(
        nb=f"Noe som ligner et fødselsnummer står i {nb}.",
        en=f"Something that looks like an identity number stands in {en}.",
    )
    if asked.names_no_patient:
        said = Text(
            nb=f"{found.nb} Det er bekreftet at ingen pasient er nevnt.",
            en=f"{found.en} It was confirmed that no patient is named.",
        )
        return Finding(rule=RULE, force=Force.INFO, confidence=Confidence.B, says=said)
    said = Text(
        nb=f"{found.nb} Ingen pasient skal kunne kjennes igjen: ta det bort, eller bekreft med "
        "«patientsNotNamed» at det ikke gjelder en pasient.",
        en=f"{found.en} No patient may be recognisable: take it out, or confirm with "
        "'patientsNotNamed' that it concerns no patient.",
    )
    return Finding(rule=RULE, force=Force.HARD, confidence=Confidence.B, says=said)


def refuse_patients(asked: Wording) -> None:
    """Raise RuleBroken if something looks like a patient's identity and nobody answers for it."""
    decide((looks_like_no_patient,), asked)


def refuse_identity_numbers(text: Confidential) -> None:
    """Raise RuleBroken if one stands where nobody is asked whether a patient is meant."""
    if found := places_in(text):
        nb, en = listed(found)
        says = Text(
            nb=f"Noe som ligner et fødselsnummer står i {nb}. Ingen pasient skal kunne kjennes "
            "igjen: ta det bort.",
            en=f"Something that looks like an identity number stands in {en}. No patient may be "
            "recognisable: take it out.",
        )
        raise RuleBroken(Finding(rule=RULE, force=Force.HARD, confidence=Confidence.B, says=says))


def listed(found: tuple[Text, ...]) -> tuple[str, str]:
    """Return the first places in Norwegian and English, and that there are more if there are."""
    shown = found[:SHOWN]
    nb, en = "; ".join(p.nb for p in shown), "; ".join(p.en for p in shown)
    return (f"{nb} og flere steder", f"{en} and elsewhere") if found[SHOWN:] else (nb, en)
