"""Goals written as ranges: "ALM-042..ALM-050" is nine goals, both ends included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.shared.refusals import Invalid

if TYPE_CHECKING:
    from domain.catalogue.catalogue import Catalogue


def expand(written: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the codes a code or a range stands for; every one of them must be a goal."""
    first, dots, last = (part.strip() for part in written.partition(".."))
    ends = [catalogue.goal(code).code for code in ((first, last) if dots else (first,))]
    series, number = _parts(ends[0])
    last_series, last_number = _parts(ends[-1])
    if series != last_series:
        raise _mixed(written)
    if last_number < number:
        raise _reversed(*ends)
    digits = len(ends[0]) - len(series) - 1
    between = (f"{series}-{n:0{digits}d}" for n in range(number, last_number + 1))
    return tuple(catalogue.goal(code).code for code in between)


def _parts(code: str) -> tuple[str, int]:
    series, _, number = code.rpartition("-")
    return series, int(number)


def _mixed(written: str) -> Invalid:
    return Invalid(
        "mixed-range",
        nb=f"«{written}» går fra én rekke til en annen; begge ender må ha samme bokstaver.",
        en=f'"{written}" goes from one series to another; both ends need the same letters.',
        field="goal",
    )


def _reversed(first: str, last: str) -> Invalid:
    return Invalid(
        "reversed-range",
        nb=f"Rekkevidden går baklengs; skriv «{last}..{first}».",
        en=f'The range runs backwards; write "{last}..{first}".',
        field="goal",
    )
