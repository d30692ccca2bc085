"""What comes in and finds no case: sent in with a receipt, sent on, placed or set aside."""

from __future__ import annotations

import flask

from application.incoming import commands as c
from application.incoming.reading import IncomingCard, IncomingLine
from application.plans.disclosing import Words
from application.ports import Opening
from domain.shared.ids import Id
from web.api import acts, request
from web.api.acts import Route
from web.api.blueprint import (
    ACTING,
    AFTER,
    READING,
    REASON,
    TO_ALL,
    TO_HEAVY_VIEWS,
    TO_VIEWS,
    ApiBlueprint,
)
from web.api.forms import BINARY, handed_out
from web.api.seen import listing, shown, with_people
from web.api.shapes import shape, whole

blueprint = ApiBlueprint("incoming", __name__, description="What comes in and finds no case")

INCOMING = "/incoming/<uuid:incoming>"

ACTS = (
    Route(
        path="/incoming",
        command=c.Receive,
        use_case=lambda s: s.receiving.receive,
        summary="Send something in, or enter what came; it is taken in, with a receipt.",
        makes="incoming",
    ),
    Route(
        path=INCOMING + "/days",
        command=c.ChangeDays,
        use_case=lambda s: s.incoming_handling.change_days,
        summary="Enter the right days of what an official entered.",
    ),
    Route(
        path=INCOMING + "/redirect",
        command=c.Redirect,
        use_case=lambda s: s.incoming_handling.redirect,
        summary="Send it on to the right body, and tell the sender.",
    ),
    Route(
        path=INCOMING + "/place",
        command=c.Place,
        use_case=lambda s: s.placing.place,
        summary="Place it as an appeal in a proceeding, by its own days and channel.",
    ),
    Route(
        path=INCOMING + "/take-in",
        command=c.TakeIn,
        use_case=lambda s: s.incoming_documents.take_in,
        summary="Take a document into a case, with its sender and the day it came.",
    ),
    Route(
        path=INCOMING + "/set-aside",
        command=c.SetAside,
        use_case=lambda s: s.incoming_handling.set_aside,
        summary="Set it aside, with the reason.",
    ),
    Route(
        path=INCOMING + "/facts/<int:version>/correct",
        command=c.CorrectIncomingFact,
        use_case=lambda s: s.incoming_handling.correct,
        summary="Mark what was done with it as recorded in error; then it waits again.",
    ),
)

for act in ACTS:
    acts.add(blueprint, act)


@blueprint.route("/incoming", methods=["GET"], endpoint="get_incoming_listed")
@blueprint.response(200, listing(shape(IncomingLine)))
@blueprint.told((*ACTING, *AFTER), TO_VIEWS)
def see_inbox() -> flask.Response:
    """List what waits in the inbox of the office one acts in, the oldest first."""
    by = request.actor()
    request.wait_for_own_write()
    return shown(shape(IncomingLine), request.services().incoming.inbox(by))


@blueprint.route("/me/incoming", methods=["GET"])
@blueprint.response(200, listing(whole(IncomingCard)))
@blueprint.told((*READING, *AFTER), TO_ALL)
def see_own_incoming() -> flask.Response:
    """List what one sent in, with its receipts and where it is, the latest first."""
    by = request.reader()
    request.wait_for_own_write()
    return shown(whole(IncomingCard), request.services().incoming.own(by.person))


@blueprint.route(INCOMING, methods=["GET"])
@blueprint.response(200, with_people(whole(IncomingCard)))
@blueprint.told(ACTING)
def see_incoming(incoming: Id) -> flask.Response:
    """Show one thing that came in, where it is, and what became of it."""
    by = request.actor()
    return shown(whole(IncomingCard), request.services().incoming.card(incoming, by))


@blueprint.route(INCOMING + "/words", methods=["GET"])
@blueprint.response(200, listing(whole(Words)))
@blueprint.told((*ACTING, REASON))
def see_incoming_words(incoming: Id) -> flask.Response:
    """Open what was written: by the sender, to the sender, and why it was set aside."""
    by, reason = request.actor(), request.reason()
    found = request.services().incoming.words(incoming, by, reason=reason)
    return shown(whole(Words), found)


@blueprint.route(INCOMING + "/openings", methods=["GET"])
@blueprint.response(200, listing(whole(Opening)))
@blueprint.told(ACTING)
def see_incoming_openings(incoming: Id) -> flask.Response:
    """Show who opened which text of it, when and why."""
    by = request.actor()
    return shown(whole(Opening), request.services().incoming.openings(incoming, by))


@blueprint.route(INCOMING + "/document", methods=["GET"])
@blueprint.response(200, BINARY, content_type="*/*")
@blueprint.told((*ACTING, REASON), (*TO_HEAVY_VIEWS, 409, 410))
def get_incoming_document(incoming: Id) -> flask.Response:
    """Hand out a document that waits, to be saved; each opening is noted."""
    by, reason = request.actor(), request.reason()
    return handed_out(request.services().incoming_documents.content(incoming, by, reason=reason))
