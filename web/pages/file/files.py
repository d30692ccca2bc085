"""Files of a plan: attached, and handed out as something to save, never to run."""

from __future__ import annotations

import flask

from application.access import Act
from application.plans.asking import Asked
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from web.api.forms import handed_out
from web.pages.file.shelf import At, pressed
from web.pages.opening import why


@pressed("/files/<uuid:file>", Act.ATTACH_FILE)
def content(at: At, file: Id) -> flask.Response:
    """Hand out a file; that it was opened is noted."""
    asked = Asked(plan=at.plan, reason=flask.request.form.get("reason") or None)
    try:
        return handed_out(at.use.documents.content(asked, file, at.by))
    except Invalid as unsaid:
        return why(unsaid)


@pressed("/service-letters/<uuid:letter>", Act.SEE_PLAN)
def service_letter(at: At, letter: Id) -> flask.Response:
    asked = Asked(plan=at.plan, reason=flask.request.form.get("reason") or None)
    try:
        return handed_out(at.use.certificates.content(asked, letter, at.by))
    except Invalid as unsaid:
        return why(unsaid)
