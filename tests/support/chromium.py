"""The machine's own Chromium, which the pages are tried in."""

from __future__ import annotations

from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
LEFT_OUT = f"NOT TRIED IN A BROWSER: there is no {CHROMIUM}; apt-get install chromium"
