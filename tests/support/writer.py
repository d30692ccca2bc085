"""A process that appends three facts at a time for ever and prints each command once answered."""

from __future__ import annotations

import sys
from uuid import uuid4

from infrastructure.store.facts import FactStore
from tests.support.appends import append_held
from tests.support.sample_facts import SampleFact


def main(conninfo: str) -> None:
    case, version = uuid4(), 0
    with FactStore(conninfo, facts=SampleFact) as store:
        while True:
            command = uuid4()
            append_held(store, case, version + 1, version + 2, version + 3, command=command)
            version += 3
            sys.stdout.write(f"{command}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
