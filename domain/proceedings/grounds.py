"""A ground is one of the act that governs: another act's is refused, and its own are named."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from domain.shared.citation import Citation
from domain.shared.refusals import Invalid

Ground = TypeVar("Ground", bound=StrEnum)


def place_of(
    ground: Ground,
    places: Mapping[Ground, tuple[Citation, ...]],
    *,
    rule: str,
    basis: Citation,
) -> tuple[Citation, ...]:
    """Return where the act has the ground; raises Invalid, naming those it has."""
    if ground not in places:
        right = ", ".join(places)
        raise Invalid(
            "ground-of-another-act",
            nb=f"«{ground}» er ingen grunn etter {basis.nb}, som gjelder her; velg {right}.",
            en=f"'{ground}' is no ground of {basis.en}, which governs here; choose {right}.",
            rule=rule,
            basis=(basis,),
            field="ground",
        )
    return places[ground]
