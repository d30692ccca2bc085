"""A demo that runs, and the machine's own Chromium."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visiting import Demo
from tests.support.chromium import CHROMIUM, LEFT_OUT
from tests.support.demo import running_demo
from tests.support.postgres import take_away

# No call home of its own, and no sandbox: it is root who runs the checks in a container.
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DOCTORS = 8


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the browser; in CI it must be there."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(LEFT_OUT)
        pytest.skip(LEFT_OUT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(chromium: Browser) -> Iterator[Demo]:
    """Give a demo that answers, shared by all who only look at it or add to it."""
    folder = Path(tempfile.mkdtemp(prefix="alis-"))
    folder.chmod(0o711)
    with running_demo(folder, doctors=DOCTORS) as port:
        yield Demo(chromium=chromium, address=f"http://127.0.0.1:{port}")
    take_away(folder)
