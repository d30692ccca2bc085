"""A process that appends three facts at a time for ever and prints each command once answered."""

from __future__ import annotations

import sys

from application.ids import new_id
from infrastructure.store.facts import FactStore
from tests.support.appends import append_held
from tests.support.sample_facts import SampleFact


def main(conninfo: str) -> None:
    case, version = new_id(), 0
    with FactStore(conninfo, facts=SampleFact) as store:
        while True:
            command = new_id()
            append_held(store, case, version + 1, version + 2, version + 3, command=command)
            version += 3
            sys.stdout.write(f"{command}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
