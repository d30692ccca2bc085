"""The new assessment of a goal that was not achieved (section 26, second to fourth paragraph)."""

from __future__ import annotations

from domain.law.specialist_training import ACT
from domain.shared.citation import Citation

ARRANGED_BY_COUNTY_GOVERNOR = Citation(act=ACT, section="26", paragraph=3, sentence=2)
MONTHS_COUNTED = Citation(act="domstolloven", section="148", paragraph=2)
