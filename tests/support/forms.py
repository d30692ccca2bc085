"""Files sent as forms, and small files of every kind that is taken."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import FileStorage
from werkzeug.test import stream_encode_multipart

from tests.support.town import Answer, Town

GOAL_FORM = {"aboutKind": "goal", "about": "ALM-031", "patientsNotNamed": "true"}
PLAIN = b"Egenvurdering.\nDette gikk godt.\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(24)
FONT = b"/Resources << /Font << /F1 5 0 R >> >>"
OFFICE = "application/vnd.openxmlformats-officedocument."


def attached(
    town: Town,
    plan: str,
    name: str,
    role: str,
    form: Mapping[str, Any] | None = None,
    *,
    content: bytes = PLAIN,
    file_name: str = "egenvurdering æøå.txt",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Return what came of attaching a file."""
    return sent_form(
        town,
        f"{plan}/files",
        name,
        role,
        GOAL_FORM | dict(form or {}),
        content=content,
        file_name=file_name,
        headers=headers,
    )


def sent_form(
    town: Town,
    path: str,
    name: str,
    role: str,
    form: Mapping[str, Any],
    *,
    content: bytes = PLAIN,
    file_name: str = "egenvurdering æøå.txt",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Return what came of sending a form with a file in it; what is None is left out."""
    body = {key: value for key, value in form.items() if value is not None}
    file = FileStorage(io.BytesIO(content), filename=file_name)
    # Not by the client itself, which leaves a large body in a file that nobody closes.
    stream, _, boundary = stream_encode_multipart({**body, "file": file}, use_tempfile=False)
    response = town.client.post(
        f"/api/v1{path}",
        data=stream.read(),
        content_type=f"multipart/form-data; boundary={boundary}",
        headers=town.headers(name, role, **(headers or {})),
    )
    return Answer.of(response)


def pdf(text: str = "Kursbevis", *, more: bytes = b"") -> bytes:
    """Return a PDF of one page; ``more`` goes into its catalogue."""
    shown = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R " + more + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R " + FONT + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return (
        out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % start
    )


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip archive with the parts in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def _types(main: str, *more: str) -> str:
    overrides = "".join(f'<Override PartName="/x" ContentType="{kind}"/>' for kind in (main, *more))
    return f'<Types xmlns="t">{overrides}</Types>'


def docx(*runs: str, more: Mapping[str, bytes | str] | None = None, kind: str = "") -> bytes:
    """Return a Word file with one paragraph, its text divided into runs."""
    said = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    main = kind or f"{OFFICE}wordprocessingml.document.main+xml"
    body = f'<w:document xmlns:w="w"><w:body><w:p>{said}</w:p></w:body></w:document>'
    parts = {"[Content_Types].xml": _types(main), "word/document.xml": body}
    return archive(parts | dict(more or {}))


def xlsx(*cells: str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """Return an Excel file with the cells, as they stand in its XML, in one row."""
    sheet = f'<worksheet xmlns="x"><sheetData><row>{"".join(cells)}</row></sheetData></worksheet>'
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(f"{OFFICE}spreadsheetml.sheet.main+xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return archive(parts | dict(more or {}))
