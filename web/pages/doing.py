"""A form on its way: shown, read over, done once, and kept as typed when refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import Any

import flask
import msgspec
from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from application.access import OF_ESTABLISHMENTS
from application.acting import Rehearsed
from application.actors import BODY_OF_ROLE, Actor, Order
from application.ids import new_id
from application.people.service import is_identity_number
from application.plans.asking import Asked
from application.ports import Receipt
from domain.shared.ids import Id, derived_id, parsed_id
from domain.shared.refusals import CaseChanged, NotSignedIn, Refused
from web.api.problems import status_of
from web.limits import keep_naming_within
from web.pages.areas import acting_for, areas
from web.pages.fields import Path
from web.pages.forms import FORMS, Change, Form, endpoint
from web.pages.language import LANGUAGES, remembering, speak_from_now
from web.pages.receipts import sealed, was_done
from web.pages.resuming import kept_here
from web.pages.returning import require_fresh
from web.pages.subject import facts, subject
from web.pages.subject.facts import Fact
from web.pages.taking import LACKING, taken
from web.pages.typed import Typed, as_typed, told
from web.pages.visit import actor, go_to, services
from web.pages.wrong import of_field, worded

ORDER_KEY, VERSION, CONFIRMED, MORE, FOR = "order_key", "version", "confirmed", "more", "for"
LANGUAGE = "language"
OF_CASES = frozenset({"proceeding", "incoming", "exemption"})
"""Whose a case is, its own facts say: its use case asks them."""
HIDDEN = ("form_key", ORDER_KEY, VERSION, CONFIRMED, MORE, FOR, LANGUAGE)
SUBJECT = ("subject.html", subject)
_KEYS = Id("5b0b2a8e-4b7c-5d5e-9a35-6c1d0f6f8a11")


@dataclass(slots=True)
class Sent:
    """What was typed into a form, and what was wrong with it."""

    typed: Typed = field(default_factory=MultiDict)
    errors: dict[str, list[str]] = field(default_factory=dict)
    refused: Refused | None = None
    changes: tuple[Change, ...] = ()
    was_kept: bool = False

    @property
    def order_key(self) -> str:
        """Return the key that has a form that is sent twice be done once."""
        return self.typed.get(ORDER_KEY) or new_id()


def add(pages: flask.Blueprint, *forms: Form) -> None:
    """Give each form its pages: the form itself, and its receipt."""
    for form in forms:
        FORMS[endpoint(pages, form)] = form
        pages.add_url_rule(form.address, form.name, _shows(form), methods=["GET"])
        do = _does(form)
        do.takes_files = form.upload  # type: ignore[attr-defined]
        pages.add_url_rule(form.address, f"{form.name}-do", do, methods=["POST"])
        done = f"{form.address}/done"
        pages.add_url_rule(done, f"{form.name}-done", _tells(form), methods=["GET"])


def _shows(form: Form) -> Callable[..., str]:
    def show(**path: Any) -> str:
        by = _actor(form, path)
        if kept := kept_here():
            return _page(form, path, by, Sent(typed=kept, was_kept=True))
        begun = form.begins(path, by) if form.begins else {}
        named = {one.key for one in form.asked}
        asked = {name: value for name, value in flask.request.args.items() if name in named}
        return _page(form, path, by, Sent(typed=as_typed({**begun, **asked})))

    return show


def _does(form: Form) -> Callable[..., flask.Response]:
    def do(**path: Any) -> flask.Response:
        by = _actor(form, path)
        sent = Sent(typed=MultiDict(flask.request.form))
        if (chosen := sent.typed.get(LANGUAGE)) in LANGUAGES:
            speak_from_now(chosen)
            return remembering(flask.make_response(_page(form, path, by, sent)), chosen)
        if MORE in sent.typed:
            return flask.make_response(_page(form, path, by, sent))
        try:
            return _done(form, path, by, sent)
        except NotSignedIn:
            raise
        except ValidationError as wrong:
            sent.errors = dict(worded(wrong.messages, form.fields(path, by)))
            return flask.make_response(_page(form, path, by, sent), HTTPStatus.BAD_REQUEST)
        except Refused as refused:
            sent.refused, sent.errors = refused, of_field(refused, form.fields(path, by))
            if isinstance(refused, CaseChanged):
                sent.changes = _changes(form, path, by, refused)
            return flask.make_response(_page(form, path, by, sent), status_of(refused))

    return do


def _tells(form: Form) -> Callable[..., str | flask.Response]:
    def tell(**path: Any) -> str | flask.Response:
        name = (flask.request.endpoint or "").removesuffix("-done")
        return _receipt(form, path) if was_done(name) else go_to(form.back(path))

    return tell


def _done(form: Form, path: Path, by: Actor, sent: Sent) -> flask.Response:
    fields = form.fields(path, by)
    body = taken(form, told(fields, sent.typed, partial(_person, by)), fields)
    if form.fresh:
        require_fresh()
    uploaded = _uploaded() if form.upload else {}
    order = _order(form, path, by, body | _hashed(uploaded), sent)
    made = form.route.makes
    command = form.route.command(
        **path, **body, **uploaded, **({made: derived_id(order.command_id, made)} if made else {})
    )
    act = partial(form.route.use_case(services()), command, by)
    if not form.check or sent.typed.get(CONFIRMED):
        receipt = act(order)
    elif not form.rehearsed or not (before := done_before(act, order)):
        return _read_over(form, path, by, sent)
    else:
        receipt = before
    if receipt.says:
        return flask.make_response(_receipt(form, path, receipt))
    return go_to(_after(form, path, receipt))


def done_before(act: Callable[[Order], Receipt], order: Order) -> Receipt | None:
    """Return the receipt if it was done before, None if it can be done now; raises Refused."""
    try:
        receipt = act(replace(order, rehearsal=True))
    except Rehearsed:
        return None
    if not receipt.repeated:
        raise TypeError("what does not ask for a rehearsal was done: say rehearsed=False")
    return receipt


def _read_over(form: Form, path: Path, by: Actor, sent: Sent) -> flask.Response:
    known = _known(form, path, by, sent)
    return flask.make_response(flask.render_template("check.html", **known, hidden=HIDDEN))


def _uploaded() -> dict[str, Any]:
    """Return the file that was sent; what its type is, is seen from its content."""
    sent = flask.request.files.get("file")
    if sent is None or not sent.filename:
        raise ValidationError({"file": [LACKING]})
    return {"name": sent.filename, "content": sent.read()}


def _hashed(uploaded: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: sha256(value).hexdigest() if isinstance(value, bytes) else value
        for name, value in uploaded.items()
    }


def _after(form: Form, path: Path, receipt: Receipt) -> str:
    """Return where one is afterwards: what was weighty has a receipt of its own."""
    name = (flask.request.endpoint or "").removesuffix("-do")
    told = f"after={receipt.position}&seal={sealed(name, str(receipt.position))}"
    if form.check:
        return f"{flask.request.path}/done?{told}{_for()}"
    back = form.back(path)
    return f"{back}{'&' if '?' in back else '?'}{told}&done={name}"


def _for() -> str:
    whose = flask.request.values.get(FOR)
    return f"&{FOR}={whose}" if whose else ""


def _receipt(form: Form, path: Path, receipt: Receipt | None = None) -> str:
    return flask.render_template(
        "receipt.html",
        form=form,
        back=form.back(path),
        receipt=receipt,
        facts=_seen_afterwards(form, path),
        areas=areas(),
    )


def _seen_afterwards(form: Form, path: Path) -> Sequence[Fact]:
    """Return what it was about; nothing to one who by the act itself no longer sees it."""
    try:
        return facts(path, _actor(form, path))
    except NotSignedIn:
        raise
    except Refused:
        return ()


def _order(form: Form, path: Path, by: Actor, body: Mapping[str, Any], sent: Sent) -> Order:
    try:
        key = parsed_id(sent.typed.get(ORDER_KEY, ""))
    except ValueError:
        key = new_id()
    # The same when the same form is sent twice.
    command_id = derived_id(_KEYS, f"{by.person}|{key}")
    said = [form.route.path, by.acting_as, str(by.acting_for), dict(path), dict(body)]
    seen = sent.typed.get(VERSION, "")
    return Order(
        command_id=command_id,
        body_hash=sha256(msgspec.json.encode(said, order="sorted")).digest(),
        correlation_id=command_id,
        seen_version=int(seen) if seen.isascii() and seen.isdigit() else None,
        keyed=True,
    )


def _page(form: Form, path: Path, by: Actor, sent: Sent) -> str:
    return flask.render_template("form.html", **_known(form, path, by, sent))


def _known(form: Form, path: Path, by: Actor, sent: Sent) -> dict[str, Any]:
    # What a form is about stands beside it, and is read over with it.
    beside, told = form.beside or SUBJECT
    known = told(path, by)
    fields = form.fields(path, by)
    return {
        "form": form,
        "fields": fields,
        "sent": sent,
        "version": _version(form, path, by, sent),
        "back": form.back(path),
        "acting_for": by.acting_for if FOR in flask.request.values else None,
        "beside": beside if form.beside or any(known.values()) else None,
        "areas": areas(),
        **known,
    }


def _version(form: Form, path: Path, by: Actor, sent: Sent) -> int | str | None:
    """Return the version the form was shown at first; once told what changed, that of today."""
    if form.case is None:
        return None
    shown = None if sent.changes else sent.typed.get(VERSION)
    return shown or form.case.version(path, by)


def _changes(form: Form, path: Path, by: Actor, refused: CaseChanged) -> tuple[Change, ...]:
    versions = [version for version, _ in refused.changes]
    return tuple(form.case.changes(path, by, versions)) if form.case else ()


def _actor(form: Form, path: Path) -> Actor:
    """Return who looks; raises for one without the capacity, before anything is looked up."""
    by = actor(form.role, acting_for(form.role, flask.request.values.get(FOR)))
    if "plan" in path:
        services().plans.let_in(Asked(plan=path["plan"]), by)
    elif form.role in BODY_OF_ROLE:
        services().waiting.let_in(by)
    elif form.role in OF_ESTABLISHMENTS and not OF_CASES & path.keys():
        there = path.get("organisation") or by.acting_for
        services().waiting.let_in(replace(by, acting_for=there))
    return by


def _person(by: Actor, written: str) -> Id | str:
    """Return who has an HPR or identity number: so one names somebody who is not on a list."""
    if not written.isascii() or not written.isdigit():
        return written
    if is_identity_number(written):
        keep_naming_within(by.person)
    return services().people.named(written, by)
