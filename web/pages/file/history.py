"""The history of a file, who has opened what in it, and texts and files, opened one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flask

from application.access import Act
from application.actors import Role
from application.plans.asking import Asked
from application.plans.disclosing import Words
from application.plans.timeline import TimelineEntry
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text
from web.pages.file.shelf import At, beside, page, pressed
from web.pages.language import say
from web.pages.opening import together, why
from web.pages.roles import called
from web.pages.sheets import Link, Press, Section, Sheet, Table, Tag
from web.pages.words import codes
from web.pages.words.labels import LABELS

HISTORY = Text(nb="Historie", en="History")
FILES = Text(nb="Filer og kommentarer", en="Files and comments")
OPENINGS = Text(nb="Hvem har lest", en="Who has read")
READ = Text(nb="Les", en="Read")
DAY, BY, AS, WHAT = (
    Text(nb="Dag", en="Day"),
    Text(nb="Av", en="By"),
    Text(nb="Som", en="As"),
    Text(nb="Hva", en="What"),
)
NOTED = Text(
    nb="At du har lest dette, er notert, og legen kan se det.",
    en="That you have read this is noted, and the doctor can see it.",
)
OWN = Text(
    nb="Dette er om deg. At du har lest det, er notert sammen med andres lesing.",
    en="This is about you. That you have read it is noted with the reading of others.",
)
Opener = Callable[[At, str], Sequence[Words]]


def _by_id(open_words: Callable[[At, Id], Sequence[Words]]) -> Opener:
    def opened(at: At, of: str) -> Sequence[Words]:
        try:
            return open_words(at, parsed_id(of))
        except ValueError:
            flask.abort(404)

    return opened


def _asked(at: At) -> Asked:
    return Asked(plan=at.plan, reason=flask.request.form.get("reason") or None)


OPENERS: dict[str, Opener] = {
    "session": _by_id(lambda at, of: at.use.plan_texts.minutes(_asked(at), of, at.by)),
    "activity": _by_id(lambda at, of: at.use.plan_texts.of_activity(_asked(at), of, at.by)),
    "goal": lambda at, of: at.use.plan_texts.of_goal(_asked(at), of, at.by),
    "review": _by_id(lambda at, of: at.use.plan_texts.of_review(_asked(at), of, at.by)),
    "concern": _by_id(lambda at, of: at.use.plan_texts.of_concern(_asked(at), of, at.by)),
    "panel": _by_id(lambda at, of: at.use.plan_texts.of_panel(_asked(at), of, at.by)),
    "reassessment": _by_id(lambda at, of: at.use.plan_texts.of_reassessment(_asked(at), of, at.by)),
    "visit": _by_id(lambda at, of: at.use.plan_texts.of_visit(_asked(at), of, at.by)),
    "comment": _by_id(lambda at, of: at.use.documents.comment(_asked(at), of, at.by)),
    "file": _by_id(lambda at, of: at.use.documents.file_words(_asked(at), of, at.by)),
}


@pressed("/words/<kind>/<of>", Act.SEE_PLAN)
def words(at: At, kind: str, of: str) -> Sheet | flask.Response:
    """Open a text; that it was opened, by whom and why, is noted before it is shown."""
    if kind not in OPENERS:
        flask.abort(404)
    try:
        found = OPENERS[kind](at, of)
    except Invalid as unsaid:
        return why(unsaid)
    gone = Text(nb="Teksten er slettet.", en="The text has been destroyed.")
    return Sheet(
        title=Text(nb="Det som er skrevet", en="What is written"),
        lead=OWN if at.role is Role.DOCTOR else NOTED,
        beside=beside(at),
        sections=[
            Section(
                title=LABELS.get(one.field, LABELS["text"]),
                words=[("", one.text if one.text is not None else say(gone))],
            )
            for one in found
        ]
        or [Section(title=Text(nb="Ingenting er skrevet.", en="Nothing is written."))],
    )


@page("/history", Act.SEE_HISTORY, HISTORY)
def history(at: At) -> Sheet:
    entries = at.use.plans.timeline(at.asked, at.by)
    return Sheet(
        title=HISTORY,
        lead=Text(
            nb="Alt som er registrert, nyeste først. Ingenting endres; feil rettes med en ny "
            "hendelse.",
            en="All that is recorded, latest first. Nothing is changed; errors are corrected by a "
            "new fact.",
        ),
        beside=beside(at),
        sections=[
            Section(
                title=Text(nb="Hendelser", en="Facts"),
                table=Table(
                    head=(
                        Text(nb="Skjedde", en="Happened"),
                        WHAT,
                        Text(nb="Registrert", en="Recorded"),
                        BY,
                        Text(nb="Gjør", en="Do"),
                    ),
                    rows=range(len(entries) - 1, -1, -1),
                    each=lambda number: _entry(at, entries[number]),
                ),
                links=[
                    Link(
                        Text(nb="Last ned historien", en="Download the history"),
                        flask.url_for("own-file.export", plan=at.plan),
                    )
                    if at.role is Role.DOCTOR
                    else None
                ],
            )
        ],
    )


def _entry(at: At, one: TimelineEntry) -> tuple[object, ...]:
    """Return a fact as a row: when it happened, what it was, and who recorded it."""
    corrected = Tag(Text(nb="Rettet", en="Corrected"), "warning")
    return (
        one.happened_on,
        [one.says] if one.corrected_in is None else [one.says, corrected],
        one.recorded_at,
        [at.known(one.recorded_by), called(one.acting_as)],
        at.does("correct-fact", version=one.version, of=say(one.says))
        if one.corrected_in is None and one.acting_as == at.role
        else None,
    )


@page("/openings", Act.SEE_OPENINGS, OPENINGS)
def openings(at: At) -> Sheet:
    found = at.use.documents.openings(at.asked, at.by)
    names = at.use.people.names({Id(one.opened_by) for one in found})
    entries = at.use.plans.timeline(at.asked, at.by)
    says = {one.version: entries[one.version - 1].says for one in found}
    return Sheet(
        title=OPENINGS,
        lead=Text(
            nb="Hver gang noen åpner en fortrolig tekst om deg, står det her.",
            en="Each time somebody opens a confidential text about you, it stands here.",
        )
        if at.role is Role.DOCTOR
        else Text(
            nb="Hver gang noen åpner en fortrolig tekst om legen, står det her.",
            en="Each time somebody opens a confidential text about the doctor, it stands here.",
        ),
        beside=beside(at),
        sections=[
            Section(
                title=Text(nb="Lest", en="Read"),
                table=Table(
                    head=(
                        Text(nb="Når", en="When"),
                        BY,
                        AS,
                        WHAT,
                        Text(nb="Hvorfor", en="Why"),
                    ),
                    rows=together(found),
                    each=lambda texts: (
                        texts[0].opened_at,
                        names.get(Id(texts[0].opened_by), ""),
                        called(texts[0].acting_as),
                        list(dict.fromkeys(says[one.version] for one in texts)),
                        texts[0].reason or "",
                    ),
                ),
                none=Text(nb="Ingen har åpnet noe.", en="Nobody has opened anything."),
            )
        ],
    )


@page("/files", Act.ADD_COMMENT, FILES)
def files(at: At) -> Sheet:
    return Sheet(title=FILES, beside=beside(at), sections=[_files(at), _comments(at)])


def _files(at: At) -> Section:
    return Section(
        title=Text(nb="Filer", en="Files"),
        table=Table(
            head=(
                DAY,
                BY,
                Text(nb="Om", en="About"),
                Text(nb="Slag", en="Type"),
                Text(nb="Gjør", en="Do"),
            ),
            rows=[
                (
                    one.attached_on,
                    at.name(one.attached_by),
                    codes.word("AboutKind", one.about_kind),
                    codes.word("MediaType", one.media_type),
                    [
                        Press(
                            Text(nb="Vis navnet", en="Show its name"),
                            at.to(f"/words/file/{one.file}"),
                        ),
                        Press(
                            Text(nb="Åpne filen", en="Open the file"), at.to(f"/files/{one.file}")
                        ),
                        at.does("withdraw-file", file=one.file),
                    ]
                    if one.withdrawn_on is None
                    else Tag(Text(nb="Tatt ut", en="Withdrawn")),
                )
                for one in at.use.documents.files(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen filer.", en="No files."),
        links=[
            at.does("attach-file"),
        ],
    )


def _comments(at: At) -> Section:
    return Section(
        title=Text(nb="Kommentarer", en="Comments"),
        table=Table(
            head=(DAY, BY, Text(nb="Om", en="About"), Text(nb="Gjør", en="Do")),
            rows=[
                (
                    one.written_on,
                    at.name(one.written_by),
                    codes.word("AboutKind", one.about_kind),
                    Press(READ, at.to(f"/words/comment/{one.comment}")),
                )
                for one in at.use.documents.comments(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen kommentarer.", en="No comments."),
        links=[at.does("add-comment")],
    )
