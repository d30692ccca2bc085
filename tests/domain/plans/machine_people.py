"""People who were entered twice, and the machine's choice of who acts."""

from __future__ import annotations

from uuid import UUID

from hypothesis import strategies as st

from domain.shared.ids import Id

DOCTOR_AGAIN = Id(f"{UUID(int=0xD0D)}")
SUPERVISOR_AGAIN = Id(f"{UUID(int=0x5A9)}")
MIDWIFE_AGAIN = Id(f"{UUID(int=0x3D9)}")


@st.composite
def anyone(draw: st.DrawFn, *people: Id) -> Id:
    """Return a choice among people; one found to be another is chosen as that other.

    Nobody logs in as an entry that was merged, and the directory no longer knows it.
    """
    machine = draw(st.runner())
    chosen = draw(st.sampled_from(people))
    known: Id = machine.now(chosen)
    return known
