"""WeasyPrint, imported only when a letter is printed, and told to use no font of the machine."""

from __future__ import annotations

import io
import os
import warnings
from contextlib import redirect_stdout
from types import ModuleType

from application.letters.printer import PrinterUnavailable
from infrastructure.letters.template import HERE

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
_LACKING = (
    "Letters cannot be printed on this machine: {why}. On Debian and Ubuntu: "
    f"apt-get install --no-install-recommends {' '.join(PACKAGES)}"
)


def weasyprint() -> ModuleType:
    """Return the library; raises PrinterUnavailable if the system's part of it is lacking."""
    # Read each time a letter is printed; nothing else here asks for a font.
    os.environ["FONTCONFIG_FILE"] = str(HERE / "fonts.conf")
    try:
        # It tells on standard output what it lacks, where our answers go.
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            # That the machine has no fonts is as we want it.
            warnings.filterwarnings("ignore", "No fonts configured", UserWarning)
            # One that subsets otherwise would print other bytes.
            warnings.filterwarnings("error", "HarfBuzz-Subset", DeprecationWarning)
            import weasyprint as found  # noqa: PLC0415
    except (OSError, DeprecationWarning) as why:
        raise PrinterUnavailable(_LACKING.format(why=str(why).splitlines()[0])) from why
    library: ModuleType = found
    return library
