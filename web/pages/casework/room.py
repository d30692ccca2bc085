"""The case room: where a case stands, what can be done, and the trail of it all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import flask

from application.actors import Role
from application.plans.disclosing import Words
from application.proceedings.beside.words import LETTERS
from application.proceedings.trails.told.lines import Line
from application.proceedings.trails.told.step_words import STEPS
from application.proceedings.trails.told.trail import told_trail
from application.proceedings.trails.trail import Trail, TrailStep
from application.proceedings.trails.words import word
from application.role_names import ROLES
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.casework import opening
from web.pages.casework.beginning import to_be_sent
from web.pages.casework.beside import brief, times_to_appeal
from web.pages.casework.compare import compared
from web.pages.casework.days import days_of
from web.pages.casework.looking import (
    AN_ID,
    OFFICIALS,
    READERS,
    at,
    by,
    form_at,
    names_in,
    names_of,
    page,
    shows,
    trail_of,
)
from web.pages.casework.stages import Possible, more, now, speaks_for_party
from web.pages.pictures.timeline import timeline
from web.pages.visit import services
from web.pages.words.labels import LABELS

CASE = "/cases/<uuid:proceeding>"
ID_IN_WORDS = re.compile(rf"\s*\(?{AN_ID.pattern}\)?")
RULE = re.compile(r"\b[A-Z]{1,3}-[A-Z]{2,4}-\d{2,3}\b")
APART = 2
"""The last of the sections are told by a table, and by what waits on top."""
SEES_OPENINGS = frozenset({Role.DOCTOR, Role.AUDITOR})
SEES_OPENINGS_OF_ESTABLISHMENT = frozenset(
    {Role.LEADER, Role.ADMINISTRATOR, Role.DIRECTORATE_OFFICER, Role.AUDITOR}
)
OF_TEXTS = {"because": Text(nb="Begrunnelse", en="Reasons")}
TITLE = Text(nb="Tekstene i saken", en="The texts of the case")
LETTER = Text(nb="Brevet", en="The letter")
DOCUMENT = Text(nb="Dokumentet", en="The document")
WHO_OPENED = Text(nb="Hvem som har åpnet tekster i saken", en="Who has opened texts of the case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One step of the case, with where it is marked as an error by those who may."""

    step: TrailStep
    says: Text
    who: str
    role: Text
    wrong: str | None


@page(READERS, CASE)
def room(role: Role, proceeding: Id) -> str:
    looks = by(role)
    trail = trail_of(proceeding, looks)
    names = names_in(trail)
    return shows(
        "room.html",
        role=role,
        trail=trail,
        names=names,
        brief=brief(trail),
        now=list(_leads(now(trail, role))),
        more=list(_leads(more(trail, role))),
        times=times_to_appeal(trail),
        drawn=timeline(days_of(trail), trail.asked_on),
        comparisons=compared(trail),
        sections=sections(trail, names),
        happened=list(_done(trail, role)),
        letters=LETTERS,
        to_be_sent=[one.letter for one in to_be_sent(trail, looks)],
        speaks=speaks_for_party(trail, role),
        is_official=role in OFFICIALS and not speaks_for_party(trail, role),
        must_say_why=role is Role.AUDITOR,
        sees_openings=role in _who_sees_openings(trail),
    )


@page(READERS, f"{CASE}/texts", methods=("GET", "POST"))
def texts(role: Role, proceeding: Id) -> flask.Response:
    """Open the words of the case, and what was decided first beside what came of it."""
    looks = by(role)
    trail = trail_of(proceeding, looks)

    def show(reason: str | None) -> str:
        found = services().trails.words(proceeding, looks, reason=reason)
        return shows(
            "texts.html",
            trail=trail,
            written=list(written(found)),
            steps={one.version: one for one in trail.steps},
            says={one.version: word(STEPS, one.tag) for one in trail.steps},
            names={**names_in(trail), **names_of(_recorders(trail))},
            comparisons=compared(trail, found),
            back=at("room", proceeding=proceeding),
        )

    return opening.opened(TITLE, at("room", proceeding=proceeding), show)


@page(READERS, f"{CASE}/letters/<uuid:letter>", methods=("GET", "POST"))
def one_letter(role: Role, proceeding: Id, letter: Id) -> flask.Response:
    looks = by(role)
    trail_of(proceeding, looks)
    return opening.opened(
        LETTER,
        at("room", proceeding=proceeding),
        lambda reason: opening.saved(
            services().letters.content(proceeding, letter, looks, reason=reason)
        ),
    )


@page(READERS, f"{CASE}/documents/<uuid:document>", methods=("GET", "POST"))
def one_document(role: Role, proceeding: Id, document: Id) -> flask.Response:
    looks = by(role)
    trail_of(proceeding, looks)
    contents = services().proceeding_document_contents
    return opening.opened(
        DOCUMENT,
        at("room", proceeding=proceeding),
        lambda reason: opening.saved(contents.content(proceeding, document, looks, reason=reason)),
    )


@page(READERS, f"{CASE}/openings")
def openings(role: Role, proceeding: Id) -> str:
    looks = by(role)
    found = services().trails.openings(proceeding, looks)
    steps = {one.version: word(STEPS, one.tag) for one in trail_of(proceeding, looks).steps}
    return opening.log(found, WHO_OPENED, at("room", proceeding=proceeding), steps=steps)


def sections(trail: Trail, names: Mapping[Id, str]) -> list[tuple[Text, list[Line]]]:
    """Return the trail in words, without what only a program needs."""
    rules = {one.rule: one.says for kept in trail.found for one in kept.findings}
    told = told_trail(trail, names)[:-APART]
    return [(one.heading, list(_in_words(one.lines, rules))) for one in told]


def _in_words(lines: Sequence[Line], rules: Mapping[str, Text]) -> Iterator[Line]:
    """Yield lines without ids; a rule is told by what it says, which its own line says already."""
    in_nb = {rule: one.nb for rule, one in rules.items()}
    in_en = {rule: one.en for rule, one in rules.items()}
    for one in lines:
        says = Text(nb=_plain(one.says.nb, in_nb), en=_plain(one.says.en, in_en))
        # The line of the case's own number says nothing without it.
        if not says.nb.endswith(":") or says == one.says:
            yield Line(says=says, depth=one.depth)


def _plain(says: str, rules: Mapping[str, str]) -> str:
    own = RULE.match(says)
    if own and own.group() in rules:
        says = says[own.end() :].removeprefix(":").strip()
    said = RULE.sub(lambda rule: f"«{rules.get(rule.group(), rule.group())}»", says)
    return ID_IN_WORDS.sub("", said)


def written(found: Sequence[Words]) -> Iterator[tuple[int, list[tuple[Text, str | None]]]]:
    """Yield the texts of each step, in order, each with what it is."""
    by_version: dict[int, list[tuple[Text, str | None]]] = {}
    for one in found:
        label = OF_TEXTS.get(one.field) or LABELS[one.field]
        by_version.setdefault(one.version, []).append((label, one.text))
    yield from sorted(by_version.items())


def _leads(possible: Sequence[Possible]) -> Iterator[tuple[str, Text, int | None]]:
    for one in possible:
        if found := form_at(one.form, **one.path):
            yield *found, one.number


def _done(trail: Trail, role: Role) -> Iterator[Done]:
    names = names_of(_recorders(trail))
    program = Text(nb="programmet", en="the program")
    may_mark = role in OFFICIALS and not speaks_for_party(trail, role)
    for step in trail.steps:
        path = {"proceeding": trail.proceeding, "version": step.version}
        marked = form_at("correct", **path) if may_mark and not step.corrected_in else None
        yield Done(
            step=step,
            says=word(STEPS, step.tag),
            who=names.get(Id(step.recorded_by), ""),
            role=ROLES.get(Role(step.acting_as), program) if step.acting_as else program,
            wrong=marked[0] if marked else None,
        )


def _recorders(trail: Trail) -> set[Id]:
    """Return the people who did something; what the program did has nobody."""
    return {Id(one.recorded_by) for one in trail.steps if AN_ID.fullmatch(one.recorded_by)}


def _who_sees_openings(trail: Trail) -> frozenset[Role]:
    return SEES_OPENINGS if trail.plan else SEES_OPENINGS_OF_ESTABLISHMENT
