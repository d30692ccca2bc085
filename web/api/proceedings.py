"""Decisions with their notice, the appeals against them, and the trail of it all."""

from __future__ import annotations

import flask
from marshmallow import RAISE
from marshmallow import fields as ma

from application.plans.disclosing import Words
from application.ports import Opening
from application.proceedings import commands as c
from application.proceedings.docket import DocketLine
from application.proceedings.letters.service import PDF
from application.proceedings.trails.trail import Trail
from domain.shared.ids import Id
from web.api import acts, request
from web.api.acts import Route
from web.api.blueprint import ACTING, AFTER, REASON, TO_HEAVY_VIEWS, TO_VIEWS, ApiBlueprint
from web.api.forms import handed_out
from web.api.organisations import ORGANISATION
from web.api.plans.paths import PLAN
from web.api.schema import Schema
from web.api.seen import listing, shown, with_people
from web.api.shapes import shape, whole

blueprint = ApiBlueprint("proceedings", __name__, description="Decisions and appeals")

PROCEEDING = "/proceedings/<uuid:proceeding>"
APPEALS = PROCEEDING + "/appeals"
APPEAL = APPEALS + "/<uuid:appeal>"

ACTS = (
    Route(
        path=PLAN + "/proceedings",
        command=c.OpenProceeding,
        use_case=lambda s: s.speaking.applying.of_doctor,
        summary="Apply for a decision about the doctor, or open the case of one to be made.",
        makes="proceeding",
    ),
    Route(
        path=ORGANISATION + "/proceedings",
        command=c.OpenForEstablishment,
        use_case=lambda s: s.speaking.applying.of_establishment,
        summary="Apply for a decision as an establishment, or open the case of one about it.",
        makes="proceeding",
    ),
    Route(
        path=PROCEEDING + "/decide",
        command=c.MakeDecision,
        use_case=lambda s: s.decisions.decide,
        summary="Decide; what was seen, found and used of the law is kept with it.",
    ),
    Route(
        path=PROCEEDING + "/reverse",
        command=c.ReverseDecision,
        use_case=lambda s: s.decisions.reverse,
        summary="Change one's own decision without an appeal, on a ground of the act that governs.",
    ),
    Route(
        path=PROCEEDING + "/letters",
        command=c.IssueLetter,
        use_case=lambda s: s.letters.issue,
        summary="Write a letter of what stands in the case; it is kept as it was.",
        makes="letter",
    ),
    Route(
        path=PROCEEDING + "/notice",
        command=c.SendNotice,
        use_case=lambda s: s.notices.send,
        summary="Send the notice; it is refused without what the law demands it says.",
    ),
    Route(
        path=PROCEEDING + "/arrival",
        command=c.EnterArrival,
        use_case=lambda s: s.notices.enter_arrival,
        summary="Enter when the notice arrived; the time to appeal is computed and kept.",
    ),
    Route(
        path=PROCEEDING + "/alert",
        command=c.RepeatNotice,
        use_case=lambda s: s.notices.repeat,
        summary="Enter that a digital decision not opened was alerted of once more.",
    ),
    Route(
        path=PROCEEDING + "/reasons/demand",
        command=c.DemandReasons,
        use_case=lambda s: s.speaking.demand_reasons,
        summary="Demand the reasons of the decision; that interrupts the time to appeal.",
    ),
    Route(
        path=PROCEEDING + "/reasons",
        command=c.GiveReasons,
        use_case=lambda s: s.notices.give_reasons,
        summary="Give the reasons; a new full time to appeal starts when they arrive.",
    ),
    Route(
        path=PROCEEDING + "/extend",
        command=c.ExtendPeriod,
        use_case=lambda s: s.notices.extend,
        summary="Extend the time to appeal before it is over.",
    ),
    Route(
        path=PROCEEDING + "/close",
        command=c.CloseProceeding,
        use_case=lambda s: s.decisions.close,
        summary="Close the case when no appeal is under way.",
    ),
    Route(
        path=PROCEEDING + "/facts/<int:version>/correct",
        command=c.CorrectProceedingFact,
        use_case=lambda s: s.proceeding_corrections.correct,
        summary="Mark a fact of the proceeding as recorded in error, in the plan as well.",
    ),
    Route(
        path=APPEALS,
        command=c.FileAppeal,
        use_case=lambda s: s.receiving.appeal,
        summary="Appeal, or enter an appeal that came in: late or lacking, it is taken in.",
        makes="appeal",
    ),
    Route(
        path=APPEAL + "/withdraw",
        command=c.OnAppeal,
        use_case=lambda s: s.speaking.withdraw_appeal,
        summary="Withdraw the appeal before it is decided.",
    ),
    Route(
        path=APPEAL + "/rest",
        command=c.AnswerRest,
        use_case=lambda s: s.speaking.answer_rest,
        summary="Say whether the rest is maintained after a change in part.",
    ),
    Route(
        path=APPEAL + "/correction",
        command=c.DemandCorrection,
        use_case=lambda s: s.appeals.demand,
        summary="Ask for what the appeal lacks within a short time.",
    ),
    Route(
        path=APPEAL + "/mend",
        command=c.MendAppeal,
        use_case=lambda s: s.appeals.mend,
        summary="Enter that what the appeal lacked came in; it keeps its day.",
    ),
    Route(
        path=APPEAL + "/accept-late",
        command=c.AcceptLate,
        use_case=lambda s: s.appeals.accept_late,
        summary="Take on an appeal that was late, on a ground, within a year of the decision.",
    ),
    Route(
        path=APPEAL + "/dismiss",
        command=c.DismissAppeal,
        use_case=lambda s: s.appeals.dismiss,
        summary="Dismiss an appeal that does not meet the conditions.",
    ),
    Route(
        path=APPEAL + "/review",
        command=c.ReviewAppeal,
        use_case=lambda s: s.appeals.review,
        summary="Look at the decision anew: change it, change it in part, or maintain it.",
    ),
    Route(
        path=APPEAL + "/forward",
        command=c.ForwardAppeal,
        use_case=lambda s: s.appeals.forward,
        summary="Send the case to the body that hears the appeal.",
    ),
    Route(
        path=APPEAL + "/detriment",
        command=c.OnAppeal,
        use_case=lambda s: s.appeals.notify_detriment,
        summary="Tell the appellant that the decision may be changed to their detriment.",
    ),
    Route(
        path=APPEAL + "/decide",
        command=c.DecideAppeal,
        use_case=lambda s: s.appeals.decide,
        summary="Decide the appeal; nobody who decided before does.",
    ),
)

for act in ACTS:
    acts.add(blueprint, act)


class ByLawSchema(Schema):
    """A law book: the one in force if not given, or a proposal by its name."""

    class Meta:
        unknown = RAISE

    law = ma.String(load_default=None)


@blueprint.route(PROCEEDING, methods=["GET"])
@blueprint.arguments(ByLawSchema, location="query")
@blueprint.response(200, with_people(shape(Trail)))
@blueprint.told(ACTING)
def see_trail(query: dict[str, str | None], proceeding: Id) -> flask.Response:
    """Show the trail: the decision and what it saw, the notice, each appeal, what is new since."""
    by = request.actor()
    return shown(shape(Trail), request.services().trails.trail(proceeding, by, **query))


@blueprint.route(PROCEEDING + "/words", methods=["GET"])
@blueprint.response(200, listing(whole(Words)))
@blueprint.told((*ACTING, REASON))
def see_words(proceeding: Id) -> flask.Response:
    """Open what was written: the decision, the grounds of appeals, the answers to them."""
    by, reason = request.actor(), request.reason()
    return shown(whole(Words), request.services().trails.words(proceeding, by, reason=reason))


@blueprint.route(PROCEEDING + "/openings", methods=["GET"])
@blueprint.response(200, listing(whole(Opening)))
@blueprint.told(ACTING)
def see_openings(proceeding: Id) -> flask.Response:
    """Show who opened which text of the proceeding, when and why."""
    by = request.actor()
    return shown(whole(Opening), request.services().trails.openings(proceeding, by))


@blueprint.route(PROCEEDING + "/letters/<uuid:letter>", methods=["GET"])
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type=PDF)
@blueprint.told((*ACTING, REASON), (*TO_HEAVY_VIEWS, 410))
def get_letter(proceeding: Id, letter: Id) -> flask.Response:
    """Hand out a letter as it was written; each opening is noted."""
    by, reason = request.actor(), request.reason()
    found = request.services().letters.content(proceeding, letter, by, reason=reason)
    return handed_out(found)


@blueprint.route("/docket", methods=["GET"])
@blueprint.response(200, listing(whole(DocketLine)))
@blueprint.told((*ACTING, *AFTER), TO_VIEWS)
def see_docket() -> flask.Response:
    """List what waits for the office one acts in, the most urgent first."""
    by = request.actor()
    request.wait_for_own_write()
    return shown(whole(DocketLine), request.services().docket.of(by))
