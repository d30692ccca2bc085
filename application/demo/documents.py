"""What is said of, and attached to, a simulated doctor's training."""

from __future__ import annotations

from datetime import datetime, timedelta

from application.actors import Role
from application.contents import context_of
from application.demo.career import FULL_PATH, Career
from domain.plans.guidance import SessionStage
from domain.plans.rules.about import AboutKind
from domain.plans.rules.add_comment import Commenting, add_comment
from domain.plans.rules.attach_file import Attachment, attach_file
from domain.shared.confidential import Confidential
from domain.shared.identity_search import places
from domain.shared.ids import Id

EVERY = timedelta(days=120)
COMMENTS = (
    "Fint eksempel på helhetlig oppfølging; ta det opp i neste samtale.",
    "Her kan du vise mer av egne vurderinger.",
    "Vi ble enige om å se på dette igjen til høsten.",
)
ABOUT_THE_PLAN = "Egenvurderingen er lagt ved; vi går gjennom den sammen."
NAME = "Egenvurdering.txt"
CONTENT = (
    "Egenvurdering\n\nDette gikk godt: samarbeid på tvers og tid til de vanskelige samtalene.\n"
    "Dette vil jeg øve mer på: prioritering når alt haster.\n"
)


def documents(career: Career) -> None:
    """Put a comment about three times a year on the calendar, and one file."""
    first = career.starts_on + timedelta(days=90)
    for number in range(FULL_PATH // EVERY):
        career.later(first + EVERY * number, lambda at: _comment_on_session(career, at))
    career.later(first + timedelta(days=7), lambda at: _attach(career, at))


def _comment_on_session(career: Career, at: datetime) -> None:
    sessions = career.plan.guidance.sessions.values()
    held = [s.drafted.session for s in sessions if s.stage is SessionStage.FINALISED]
    if held:
        words = career.draw.choice(COMMENTS)
        _comment(career, AboutKind.SESSION, held[-1], words, by=career.supervisor, at=at)


def _comment(
    career: Career,
    kind: AboutKind,
    about: str,
    words: str,
    *,
    by: Id,
    at: datetime,
) -> None:
    added = add_comment(
        Commenting(
            plan=career.plan,
            case_id=career.book.case_id,
            comment=career.new_id("comment"),
            about_kind=kind,
            about=about,
            text=Confidential(words),
            names_no_patient=False,
            by=by,
            on=at.date(),
            catalogue=career.catalogue,
        )
    )
    role = Role.DOCTOR if by == career.doctor else Role.SUPERVISOR
    career.record(added, at=at, by=by, acting_as=role)


def _attach(career: Career, at: datetime) -> None:
    file, plan = career.new_id("file"), career.book.case_id
    content = CONTENT.encode()
    asked = Attachment(
        plan=career.plan,
        case_id=plan,
        file=file,
        about_kind=AboutKind.PLAN,
        about=plan,
        name=Confidential(NAME),
        media_type="text/plain",
        size_in_bytes=len(content),
        places=places(CONTENT),
        names_no_patient=True,
        by=career.doctor,
        on=at.date(),
        catalogue=career.catalogue,
    )
    sha256 = career.world.scribe.kept(
        content, subject=career.doctor, context=context_of(plan, file)
    )
    attached = attach_file(asked, sha256=sha256)
    career.record(attached, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    _comment(career, AboutKind.PLAN, plan, ABOUT_THE_PLAN, by=career.doctor, at=at)
