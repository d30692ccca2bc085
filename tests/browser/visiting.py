"""Somebody at the demo: signed in as one of its people, in one theme and one width."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

import web.pages

AXE = Path(web.pages.__file__).parents[2] / ".venv/assets/node_modules/axe-core/axe.min.js"
REPORTS = """
    document.addEventListener("securitypolicyviolation",
        one => console.error("CSP: " + one.violatedDirective + " " + one.blockedURI))
"""
JUDGE = """axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(
    one => one.id + ": " + one.nodes.map(node => node.html).slice(0, 3).join(" ")))"""
# The same page for another case, goal or version need not be tried again.
VARIES = (
    (re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}"), "ID"),
    (re.compile(r"/(ALM|FKM|LM)-\d+"), "/GOAL"),
    (re.compile(r"/\d+"), "/N"),
    (re.compile(r"\?.*"), ""),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """Where it answers, and what it is looked at with."""

    chromium: Browser
    address: str

    @contextmanager
    def visit(
        self,
        person: str,
        *,
        dark: bool = False,
        width: int = 1280,
        scripts: bool = True,
    ) -> Iterator[Visitor]:
        """Give somebody signed in as the person whose task is called so on the sign-in page."""
        context = self.chromium.new_context(
            locale="nb-NO",
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        if scripts:
            context.add_init_script(REPORTS)
        try:
            visitor = Visitor(page=context.new_page(), address=self.address)
            visitor.sign_in(person)
            yield visitor
        finally:
            context.close()

    def people(self) -> list[str]:
        """Return what each person on the sign-in page does, in its order."""
        with self.chromium.new_context(locale="nb-NO") as context:
            page = context.new_page()
            page.goto(f"{self.address}/sign-in")
            return page.locator("li.ds-card p").all_inner_texts()


@dataclass(kw_only=True)
class Visitor:
    """One browser window; ``troubles`` are what it complained of."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)
    loaded: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page.on("console", lambda one: self._note(one.type, one.text))
        self.page.on("pageerror", lambda one: self.troubles.append(str(one)))
        self.page.on("response", self._weigh)

    def sign_in(self, person: str) -> None:
        self.go("/sign-in")
        card = self.page.locator("li.ds-card").filter(has=self.page.get_by_text(person, exact=True))
        card.first.get_by_role("button").click()
        self.page.wait_for_url(f"{self.address}/")

    def go(self, path: str) -> int:
        """Open a page of the demo, and return its status."""
        self.loaded = {}
        found = self.page.goto(self.address + path)
        assert found is not None
        return found.status

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    def press(self, name: str, *, at: int = 0) -> None:
        """Press a button, or follow a link, by what it says."""
        here = self.page.locator("main")
        found = here.get_by_role("button", name=name).or_(here.get_by_role("link", name=name))
        found.nth(at).click()
        self.page.wait_for_load_state()

    def fill(self, label: str, value: str) -> None:
        field_of = self.page.locator("main").get_by_label(label)
        if field_of.first.evaluate("one => one.tagName") == "SELECT":
            field_of.first.select_option(label=value)
        else:
            field_of.first.fill(value)

    def choose_first(self, label: str) -> None:
        """Choose the first there is, whatever it is called."""
        self.page.locator("main").get_by_label(label).first.select_option(index=1)

    def links(self) -> list[str]:
        """Return the ways to other pages here, but not to what is handed out as a file."""
        every: list[str] = self.page.eval_on_selector_all(
            "a[href^='/']", "all => all.map(one => one.getAttribute('href'))"
        )
        return [
            one.partition("#")[0]
            for one in every
            if not one.startswith("/api") and not one.endswith("/export")
        ]

    def look(self, *, dark: bool, width: int) -> None:
        """Look at the same page in another theme or width."""
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.page.set_viewport_size({"width": width, "height": 900})

    def violations(self) -> list[str]:
        """Return what axe finds wrong; evaluated beside the page, so its policy stays on."""
        self.page.evaluate(_axe())
        found: list[str] = self.page.evaluate(JUDGE)
        return found

    def overflows(self) -> bool:
        """Return whether the page is wider than the window."""
        return bool(
            self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        )

    def weight(self) -> int:
        """Return how many bytes the page is with all it loads, compressed, besides the font."""
        return sum(self.loaded.values())

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "Failed to load resource" not in text:
            self.troubles.append(text)

    def _weigh(self, found: Response) -> None:
        if found.status >= 400 and "/favicon" in found.url:
            return
        if not found.url.endswith(".woff2") and found.status == 200:
            self.loaded[found.url] = _compressed(found)


def _compressed(found: Response) -> int:
    # What is handed out as a file has no body here.
    try:
        return len(gzip.compress(found.body()))
    except Exception:  # noqa: BLE001
        return 0


@cache
def _axe() -> str:
    return AXE.read_text("utf-8")


def kind_of(path: str) -> str:
    """Return a path as the page it is of, whichever case it shows."""
    for varies, by in VARIES:
        path = varies.sub(by, path)
    return path


def crawl(visitor: Visitor, *, most: int) -> Iterator[tuple[str, int]]:
    """Open one page of each kind that can be reached, and yield its path and status."""
    queue, seen = ["/"], set[str]()
    while queue and len(seen) < most:
        path = queue.pop(0)
        if (kind := kind_of(path)) in seen:
            continue
        seen.add(kind)
        yield path, visitor.go(path)
        queue += visitor.links()
