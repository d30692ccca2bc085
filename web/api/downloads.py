"""Handing out a file: as something to save, which no browser runs."""

from __future__ import annotations

from io import BytesIO

import flask

from application.plans.documents import FileContent


def handed_out(found: FileContent) -> flask.Response:
    response = flask.send_file(
        BytesIO(found.content),
        mimetype=found.media_type,
        as_attachment=True,
        download_name=found.name,
        conditional=False,
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
