"""`python -m web.cli` is `alis`."""

from __future__ import annotations

from web.cli.main import main

main()
