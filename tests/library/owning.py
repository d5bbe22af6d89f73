"""A process of its own that owns a data folder until its input ends. Called as: owning.py DATA [ADDRESS]."""

import sys
from pathlib import Path

from assistant.library import take_ownership

if __name__ == "__main__":
    with take_ownership(Path(sys.argv[1])) as owner:
        if len(sys.argv) > 2:
            owner.announce(sys.argv[2])
        print("mine", flush=True)
        sys.stdin.read()
