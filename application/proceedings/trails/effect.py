"""What a case about an establishment has come to outside it: a registration, or an exemption."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.ports import Loading
from application.proceedings.acting import At
from domain.calendar.spans import Span
from domain.exemptions.exemption import Exemption
from domain.law.remedies import DecisionKind
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectDays:
    """Days on which the establishment is registered, approved or has its exemption."""

    first_day: date
    last_day: date | None


def in_effect(cases: Loading, at: At) -> tuple[EffectDays, ...]:
    """Return the days that what the case is about holds now; none in a case about a doctor."""
    return tuple(
        EffectDays(first_day=one.first_day, last_day=one.ends_on) for one in _days(cases, at)
    )


def _days(cases: Loading, at: At) -> tuple[Span, ...]:
    opened, establishment = at.case.be_open(), at.about.organisation.case
    match DecisionKind(opened.kind):
        case DecisionKind.REGISTRATION:
            return establishment.registered_spans
        case DecisionKind.ESTABLISHMENT_APPROVAL:
            return establishment.decisions.approved()
        case DecisionKind.SUPERVISOR_EXEMPTION | DecisionKind.HALF_TIME_EXEMPTION:
            return _exempted(cases, Id(opened.about)) if opened.about else ()
    return ()


def _exempted(cases: Loading, exemption: Id) -> tuple[Span, ...]:
    """Return the days it is granted, and those of a grant that was set aside: it keeps them."""
    case: Exemption = cases.load({exemption: Exemption})[exemption].case
    found = [(one.granted, one.last_day) for one in case.before]
    if case.granted:
        found.append((case.granted, case.last_day))
    return tuple(
        Span(granted.first_day, last_day)
        for granted, last_day in found
        if granted and last_day and granted.first_day <= last_day
    )
