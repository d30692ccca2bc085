"""Which acts a case is ripe for, by who looks: what waits comes first, the rest is under more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from application.actors import Role
from application.proceedings.acting import INSTANCE_OF
from application.proceedings.trails.appeals import AppealTrail
from application.proceedings.trails.trail import Trail
from web.pages.casework.looking import FOR_ESTABLISHMENT, PARTIES

T = TypeVar("T")
OVER = frozenset({"changed", "decided", "dismissed", "withdrawn"})
"""The stages of an appeal after which nothing is done with it."""
OF_APPEAL = {
    "have-mended": ("correction", "mend"),
    "judge-timeliness": ("accept-late", "dismiss"),
    "review": ("review", "dismiss"),
    "answer-of-appellant": ("rest",),
    "forward": ("forward",),
}
"""What the first instance does with an appeal, by what it waits for."""
OF_ACCESS = {
    "asked": ("access-give", "access-refuse"),
    "appealed": ("access-give", "access-forward"),
    "forwarded": ("access-answer",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """One act: the form, what it is done to, and which appeal or claim that is."""

    form: str
    path: dict[str, Any] = field(default_factory=dict)
    number: int | None = None


def speaks_for_party(trail: Trail, role: Role) -> bool:
    """Return whether one acts in this role for the party of the case."""
    return role in (FOR_ESTABLISHMENT if trail.plan is None else PARTIES)


def now(trail: Trail, role: Role) -> list[Possible]:
    """Return the acts the case waits for, of one who looks in this role."""
    if speaks_for_party(trail, role):
        return _each_once(_of_party(trail))
    me = INSTANCE_OF.get(role)
    if me is None:
        return []
    decides = me == trail.decided_by
    found = [*_told(trail, me), *_beside(trail, me), *_to_be_seen(trail)]
    if decides:
        found = [*_conducted(trail), *found]
    found += _heard(trail, me)
    return _each_once(iter(found))


def more(trail: Trail, role: Role) -> list[Possible]:
    """Return the acts that can be asked for in such a case besides, whether or not it waits."""
    shown = {one.form for one in now(trail, role)}
    if speaks_for_party(trail, role):
        names: tuple[str, ...] = (
            *("comment", "attach", "access", "impartial"),
            *(("costs", "deferral", "reasons-demand") if trail.rulings else ()),
            *(() if trail.outcome else ("withdraw",)),
        )
    elif INSTANCE_OF.get(role) == trail.decided_by:
        names = MORE_OF_FIRST if trail.outcome else MORE_BEFORE
    else:
        names = MORE_OF_APPEAL_BODY if role in INSTANCE_OF else ()
    return [Possible(form=name, path=_at(trail)) for name in names if name not in shown]


MORE_BEFORE = (
    *("reply", "advance-notice", "leave-out", "comment", "attach", "withdraw", "access"),
    *("impartial", "urgency", "close"),
)
MORE_OF_FIRST = (
    *("letter", "attach", "appeal", "reverse", "reasons-demand", "reasons", "extend", "access"),
    *("impartial", "urgency", "costs", "deferral", "defer", "lawsuit", "arrival", "close"),
)
MORE_OF_APPEAL_BODY = (
    *("letter", "attach", "notice", "arrival", "impartial", "urgency", "lawsuit"),
    *("superior-announce", "superior-reverse"),
)


def _at(trail: Trail, **more: Any) -> dict[str, Any]:
    return {"proceeding": trail.proceeding, **more}


def _each_once(found: Iterator[Possible]) -> list[Possible]:
    return list({(one.form, str(one.path)): one for one in found}.values())


def _conducted(trail: Trail) -> Iterator[Possible]:
    """Yield what the first instance does before and with its decision, and with an appeal."""
    for waits in trail.waits:
        if waits.waits_for == "decide":
            yield Possible(form="decide", path=_at(trail))
            if not trail.preparation.advance_notices and not trail.preparation.left_out:
                yield Possible(form="advance-notice", path=_at(trail))
            if waits.legal_by:
                yield Possible(form="reply", path=_at(trail))
        if waits.waits_for == "close":
            yield Possible(form="close", path=_at(trail))
        for form in OF_APPEAL.get(waits.waits_for, ()):
            number, one = _numbered(trail, waits.appeal)
            if form != "correction" or one.answer_by is None:
                yield Possible(form=form, path=_at(trail, appeal=waits.appeal), number=number)
    for request in trail.preparation.access:
        for form in OF_ACCESS.get(request.stage, ()):
            yield Possible(form=form, path=_at(trail, request=request.request))


def _numbered(trail: Trail, appeal: object) -> tuple[int | None, AppealTrail]:
    return next((number, one) for number, one in _counted(trail.appeals) if one.appeal == appeal)


def _counted(found: Sequence[T]) -> Iterator[tuple[int | None, T]]:
    """Yield each with its number among several, and without one where it is alone."""
    for number, one in enumerate(found, start=1):
        yield number if len(found) > 1 else None, one


def _heard(trail: Trail, me: str) -> Iterator[Possible]:
    for number, one in _counted(trail.appeals):
        if one.forwarded_to == me and one.stage == "forwarded":
            for form in ("appeal-decide", "detriment"):
                yield Possible(form=form, path=_at(trail, appeal=one.appeal), number=number)


def _told(trail: Trail, me: str) -> Iterator[Possible]:
    """Yield what is done so that a ruling of one's own reaches the party."""
    waits = {one.waits_for for one in trail.waits}
    for one in trail.rulings:
        if one.body != me:
            continue
        at = _at(trail, ruling=one.version)
        if one.dispatched_on is None and "notify" in waits:
            if not any(letter.ruling == one.version for letter in trail.letters):
                yield Possible(form="letter", path={**at, "kind": "decision-notice"})
            yield Possible(form="notice", path=at)
        elif one.arrived_on is None and "enter-arrival" in waits:
            yield Possible(form="arrival", path={**at, "channel": one.channel or ""})
        if one.reasons_demanded_on and "give-reasons" in waits:
            yield Possible(form="reasons", path=at)
        if one.in_force and one.alerted_on and "alert-again" in waits:
            yield Possible(form="alert", path=at)


def _beside(trail: Trail, me: str) -> Iterator[Possible]:
    for question in trail.preparation.impartiality:
        at = _at(trail, question=question.question)
        if question.disqualified is None and question.instance == me:
            yield Possible(form="impartial-decide", path=at)
        elif question.disqualified and question.substitute is None and question.instance == me:
            yield Possible(form="substitute", path=at)
    for number, claim in _counted(trail.aside.costs):
        if claim.waits_for == me:
            form = "sum" if claim.lacks_sum else "costs-decide"
            yield Possible(form=form, path=_at(trail, claim=claim.claim), number=number)
    for one in trail.aside.deferrals:
        if one.deferred is None:
            yield Possible(form="deferral-decide", path=_at(trail, deferral=one.deferral))


def _to_be_seen(trail: Trail) -> Iterator[Possible]:
    """Yield what a party sent that nobody has said is seen."""
    waits = {one.waits_for for one in trail.waits}
    for document in trail.documents:
        unseen = not document.own and not document.noted_on and not document.withdrawn_on
        if unseen and "see-document" in waits:
            yield Possible(form="document-note", path=_at(trail, document=document.document))
    for sending in trail.without_effect:
        if "see-sending" in waits and sending.noted_on is None:
            yield Possible(form="sending-note", path=_at(trail, sending=sending.sending))


def _of_party(trail: Trail) -> Iterator[Possible]:
    running = [one for one in trail.appeals if one.stage not in OVER]
    if any(one.in_force and one.remedy != "final" for one in trail.rulings) and not running:
        yield Possible(form="appeal", path=_at(trail))
    for number, one in _counted(trail.appeals):
        at = _at(trail, appeal=one.appeal)
        if one.stage == "partly-changed":
            yield Possible(form="rest", path=at, number=number)
        if one in running:
            yield Possible(form="appeal-withdraw", path=at, number=number)
    if not trail.outcome and not trail.closed_on:
        yield Possible(form="comment", path=_at(trail))
    for request in trail.preparation.access:
        if request.stage == "refused":
            yield Possible(form="access-appeal", path=_at(trail, request=request.request))
    for number, claim in _counted(trail.aside.costs):
        if claim.lacks_sum and claim.outcome is None:
            yield Possible(form="sum", path=_at(trail, claim=claim.claim), number=number)
