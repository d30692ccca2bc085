"""For which days an exemption was granted, and how many plans, as the notice of it says."""

from __future__ import annotations

from collections.abc import Mapping

from application.letters.writing import day
from application.ports import Loading
from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import ExemptionGranted
from domain.proceedings.facts import ProceedingOpened
from domain.shared.ids import Id


def granted_in(cases: Loading, opened: ProceedingOpened) -> Mapping[str, str]:
    """Return what each ruling granted of the exemption a case is about, by where it is stated."""
    if opened.plan or not opened.about:
        return {}
    case: Exemption = cases.load({Id(opened.about): Exemption})[Id(opened.about)].case
    granted = (
        one
        for version, one in enumerate(case.facts, start=1)
        if isinstance(one, ExemptionGranted) and version not in case.struck
    )
    return {one.stated_in: _says(one) for one in granted}


def _says(granted: ExemptionGranted) -> str:
    plans = len(granted.plans)
    how_many = "én plan" if plans == 1 else f"{plans} planer"
    return (
        f"Fritaket gjelder fra {day(granted.first_day)} til og med {day(granted.last_day)}, "
        f"for {how_many}."
    )
