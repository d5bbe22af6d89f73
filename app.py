"""Serve Plumbline: settings → assistant → one port. `assistant serve` does the same with options."""

import sys

from assistant.errors import PlumblineError
from assistant.settings import read_settings


def main(host: str = "127.0.0.1", port: int = 7860) -> int:
    """Serve until stopped; the exit code."""
    try:
        settings = read_settings()
        from assistant.assembly import assemble
        from assistant.web.server import serve

        serve(settings, assemble(settings, address=f"http://{host}:{port}"), host, port)
    except PlumblineError as error:
        print(f"plumbline: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
