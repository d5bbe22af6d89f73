"""A process of its own that builds an index and stops for ever at a given step, to be killed there.

Called as: killed.py CORPUS DATA STEP. It says "there" on reaching the step.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shelf import pretend

from assistant.library import Holdings, build, embeddings, generations, store

STEPS: dict[str, tuple[Any, str, bool]] = {
    "embedding": (embeddings.Encoder, "encode", False),
    "parts written": (store, "write_store", False),
    "store written": (store, "write_store", True),
    "before the manifest": (generations, "renew_manifest", False),
    "before the switch": (generations, "renew_manifest", True),
    "after the switch": (generations, "_replace", True),
}
"""Each step: whose function, its name, and whether it is done before the process stops."""


def stop(step: str) -> None:
    """Put a stop into the build."""
    owner, name, afterwards = STEPS[step]
    own: Callable[..., Any] = getattr(owner, name)

    def stopping(*given: Any, **named: Any) -> Any:
        done = own(*given, **named) if afterwards else None
        if step != "after the switch" or given[0].name == generations.CURRENT:
            print("there", flush=True)
            time.sleep(600)
        return done

    setattr(owner, name, stopping)


if __name__ == "__main__":
    pretend()
    stop(sys.argv[3])
    build(Holdings((Path(sys.argv[1]),), Path(sys.argv[2])), rebuild=True)
