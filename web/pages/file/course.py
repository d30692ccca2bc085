"""The training plan itself: its versions, who agreed, the path from start to approval."""

from __future__ import annotations

from application.access import Act
from application.plans.programme_views import PlanVersionLine
from domain.shared.texts import Text
from web.pages.file.shelf import At, beside, page
from web.pages.language import cite
from web.pages.pictures import rotations
from web.pages.sheets import Section, Sheet, Table, Tag
from web.pages.words import codes

PLAN = Text(nb="Utdanningsplanen", en="The training plan")
STANDING = {
    "in-force": (Text(nb="Gjelder", en="In force"), "success"),
    "proposed": (Text(nb="Foreslått", en="Proposed"), "warning"),
    "superseded": (Text(nb="Erstattet", en="Superseded"), "neutral"),
}


@page("/plan", Act.SEE_PLAN, PLAN)
def course(at: At) -> Sheet:
    card = at.card
    return Sheet(
        title=PLAN,
        beside=beside(at),
        sections=[
            Section(
                title=Text(nb="Utdanningen", en="The training"),
                facts=[
                    (Text(nb="Status", en="Status"), codes.word("PathStage", card.training)),
                    (Text(nb="Begynte", en="Began"), card.starts_on),
                    (
                        Text(nb="Ansettelsesform", en="Form of employment"),
                        codes.word("EmploymentModel", card.employment_model),
                    ),
                    *([(Text(nb="Slutter", en="Ends"), card.stops_on)] if card.stops_on else []),
                ],
                links=[
                    at.does("sign-agreement"),
                    at.does("change-employment"),
                    *(
                        (at.does("request-move"), at.does("withdraw"))
                        if card.training == "running"
                        else ()
                    ),
                    at.does("resume") if card.training == "withdrawn" else None,
                    at.does("change-common-goals"),
                    at.does("state-old-scheme"),
                    *(
                        (at.does("enter-approved"), at.does("enter-refused"))
                        if card.training == "applied"
                        else ()
                    ),
                ],
            ),
            Section(
                title=Text(nb="Perioder", en="Rotations"),
                picture=rotations.timeline(at) if card.plan_version else None,
                none=None
                if card.plan_version
                else Text(nb="Ingen plan gjelder ennå.", en="No plan is in force yet."),
                links=[at.does("draw-up-plan"), at.does("plan-arenas")],
            ),
            *[_version(at, one) for one in reversed(at.use.plans.versions(at.asked, at.by))],
            _invitations(at) if at.may(Act.SEE_HISTORY) else None,
            _exemptions(at) if at.may(Act.SEE_HISTORY) else None,
        ],
    )


def _version(at: At, one: PlanVersionLine) -> Section:
    word, colour = STANDING[one.standing]
    return Section(
        title=Text(nb=f"Versjon {one.number}", en=f"Version {one.number}"),
        facts=[
            (Text(nb="Status", en="Status"), Tag(word, colour)),
            (Text(nb="Foreslått av", en="Proposed by"), at.name(one.proposed_by)),
            (Text(nb="Foreslått", en="Proposed"), one.proposed_on),
            (
                Text(nb="Enige", en="Agreed"),
                [codes.word("Party", two.party) for two in one.agreed],
            ),
            (Text(nb="Mangler", en="Missing"), [codes.word("Party", two) for two in one.missing]),
        ],
        findings=one.findings,
        links=[at.does("agree-to-plan", number=one.number) if one.standing == "proposed" else None],
    )


def _invitations(at: At) -> Section:
    return Section(
        title=Text(nb="Invitasjoner", en="Invitations"),
        table=Table(
            head=(
                Text(nb="Til", en="To"),
                Text(nb="Som", en="As"),
                Text(nb="Sendt", en="Sent"),
                Text(nb="Status", en="Status"),
                Text(nb="Gjør", en="Do"),
            ),
            rows=[
                (
                    at.name(one.person),
                    codes.word("InvitedAs", one.invited_as),
                    one.sent_on,
                    Tag(codes.word("InvitationStage", one.stage)),
                    at.does("withdraw-invitation", invitation=one.invitation)
                    if one.stage == "sent"
                    else None,
                )
                for one in at.use.plans.invitations(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen er sendt.", en="None are sent."),
        links=[at.does("invite")],
    )


def _exemptions(at: At) -> Section:
    found = at.use.plans.exemptions(at.asked, at.by)
    return Section(
        title=Text(nb="Fritak", en="Exemptions"),
        table=Table(
            head=(
                Text(nb="Fritak", en="Exemption"),
                Text(nb="Fra", en="From"),
                Text(nb="Til", en="To"),
                Text(nb="Hjemmel", en="Legal basis"),
            ),
            rows=[
                (
                    codes.word("ExemptionKind", one.kind),
                    one.first_day,
                    one.last_day,
                    cite(one.basis),
                )
                for one in found.exemptions
            ],
        ),
        none=Text(nb="Ingen fritak.", en="No exemptions."),
        findings=found.findings,
    )
