"""Which decisions are of a doctor and which of an establishment, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from application.plans.words import WORDS
from domain.law.remedies import OF_ESTABLISHMENTS, DecisionKind
from domain.shared.texts import Text

KINDS = WORDS["kind"]
OF_A_DOCTOR: Mapping[str, Text] = {
    str(kind): KINDS[kind] for kind in DecisionKind if kind not in OF_ESTABLISHMENTS
}
OF_AN_ESTABLISHMENT: Mapping[str, Text] = {
    str(kind): KINDS[kind] for kind in DecisionKind if kind in OF_ESTABLISHMENTS
}


def listed(kinds: Mapping[str, Text]) -> Text:
    """Return them with commas between."""
    return Text(
        nb=", ".join(one.nb for one in kinds.values()),
        en=", ".join(one.en for one in kinds.values()),
    )
