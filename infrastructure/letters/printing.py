"""Letters printed by WeasyPrint as PDF/A-2a, from nothing but what is packaged here."""

from __future__ import annotations

from hashlib import sha256
from threading import Lock
from typing import Any

from application.letters.letter import Letter
from infrastructure.letters.fonts import FACES, font_bytes
from infrastructure.letters.glyphs import printable
from infrastructure.letters.spacing import kept_together
from infrastructure.letters.template import HERE, STYLES, rendered
from infrastructure.letters.weasy import weasyprint

_BASE = "letter:///"
_ONE_AT_A_TIME = Lock()


class LetterPrinter:
    """Makes pages and archive files of letters."""

    def __init__(self, *, styles: str = STYLES) -> None:
        """``styles``: where a page on the screen finds its style sheet."""
        self._styles = styles

    def page(self, letter: Letter) -> str:
        return rendered(letter, styles=self._styles)

    def print(self, letter: Letter) -> bytes:
        page = rendered(letter, styles=STYLES, finalize=_printed)
        with _ONE_AT_A_TIME:
            library = weasyprint()
            document = library.HTML(
                string=page, base_url=_BASE, url_fetcher=packaged_files(library.urls)
            )
            try:
                found: bytes = document.write_pdf(
                    pdf_variant="pdf/a-2a",
                    pdf_identifier=sha256(page.encode()).hexdigest()[:32].encode(),
                )
            # It is no Exception, so that the library itself lets it through.
            except library.urls.FatalURLFetchingError as why:
                raise RuntimeError("the letter asks for what is not packaged") from why
            return found


def packaged_files(urls: Any) -> Any:
    """Return what fetches the style sheet and the faces by name, and stops at all else."""

    class PackagedFiles(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            name = url.removeprefix(_BASE)
            if name == STYLES:
                kind, body = "text/css; charset=utf-8", (HERE / STYLES).read_bytes()
            elif name in FACES:
                kind, body = "font/ttf", font_bytes(name)
            else:
                raise ValueError(f"a letter fetches nothing from elsewhere: {url}")
            return urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    return PackagedFiles(fail_on_errors=True)


def _printed(value: Any) -> Any:
    return kept_together(printable(value)) if isinstance(value, str) else value
