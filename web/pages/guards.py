"""What guards every page: where a form comes from, what is loaded, and that nothing is kept."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

import flask

from application.contents import LARGEST_FILE
from domain.shared.refusals import NotPermitted
from web import limits
from web.api.forms import AROUND_THE_FILE
from web.api.request import kept_rows_know
from web.pages.language import language
from web.pages.visit import services, signed_in, visit

FORM_KEY = "form_key"
WAITS = 5
"""How many seconds a list waits at most for what its reader just did."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
READS = frozenset({"GET", "HEAD"})
OWN = frozenset({"same-origin", "none"})
"""What a browser says of a request that one of our own pages, or the person, made."""
HEADERS = {
    # The design system's icons are masks inside its style sheet: data in images.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
}


def guarded(response: flask.Response) -> flask.Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def form_may_leave_for(response: flask.Response, *addresses: str) -> flask.Response:
    """Let the forms of this one page be sent to the sites of these addresses too."""
    sites = sorted({f"{urlsplit(one).scheme}://{urlsplit(one).netloc}" for one in addresses})
    policy = HEADERS["Content-Security-Policy"]
    response.headers["Content-Security-Policy"] = policy.replace(
        "form-action 'self'", " ".join(["form-action 'self'", *sites])
    )
    return response


def refuse_strangers() -> None:
    """Raise NotSignedIn or NotPermitted for a request no page of ours made; runs before each."""
    flask.g.language = language()
    view = flask.current_app.view_functions.get(flask.request.endpoint or "")
    if getattr(view, "takes_files", False):
        flask.request.max_content_length = LARGEST_FILE + AROUND_THE_FILE
    if not getattr(view, "open_to_all", False):
        signed_in()
    if flask.request.method not in SAFE:
        _refuse_forged()


def refuse_too_many() -> None:
    """Raise TooMany; runs before each, after the forged are refused."""
    if here := visit():
        limits.keep_person_within(here.session.person)
    else:
        limits.keep_stranger_within(limits.DOOR)


def read_once() -> None:
    """Have what several parts of a page ask for be read once; nothing is recorded by looking."""
    if flask.request.method in READS:
        flask.g.reading = services().histories.reading()
        flask.g.reading.__enter__()


def has_read(_: BaseException | None) -> None:
    if reading := flask.g.pop("reading", None):
        reading.__exit__(None, None, None)


def see_own_act() -> None:
    """Let a list be as it is after what the reader just did; what takes long is not waited for."""
    after = flask.request.args.get("after", "")
    if after.isascii() and after.isdigit() and int(after) <= services().histories.position():
        kept_rows_know(int(after), seconds=WAITS)


def _refuse_forged() -> None:
    """Raise NotPermitted for a form that another site had the browser send."""
    site = flask.request.headers.get("Sec-Fetch-Site")
    here = visit()
    sent = flask.request.form.get(FORM_KEY) or flask.request.headers.get("Form-Key") or ""
    forged = site is not None and site not in OWN
    if here:
        forged = forged or not hmac.compare_digest(
            sent.encode("utf-8", "surrogatepass"), here.session.form_key.encode()
        )
    elif site is None:
        # Signing in has no session yet to keep a key in.
        origin = flask.request.headers.get("Origin")
        forged = origin is not None and origin != flask.request.host_url.rstrip("/")
    if forged:
        raise NotPermitted(
            "form-of-another",
            nb="Skjemaet ble ikke sendt fra denne siden, eller du har logget inn på nytt siden du "
            "åpnet den. Gå tilbake, last siden på nytt og send igjen.",
            en="The form was not sent from this page, or you have signed in anew since you opened "
            "it. Go back, load the page again and send it once more.",
        )
