"""Ask the server that owns the data folder, over its own API, so that no second process opens the index beside it."""

import json
import urllib.error
import urllib.request
from typing import Any

from assistant.errors import PlumblineError
from assistant.records import Answer

PATIENCE = 300.0
"""Seconds; a server that has just started may still be embedding a new corpus."""


class RemoteAssistant:
    """The assistant at an address."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    def ask(self, question: str, conversation_id: str | None = None, audience: str = "physician") -> Answer:
        """The answer of the server. Raises `PlumblineError` with what the server says is wrong."""
        body: dict[str, Any] = {"question": question, "conversation_id": conversation_id, "audience": audience}
        request = urllib.request.Request(
            f"{self.address}/api/v1/ask",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        # No proxy of the environment: the question stays on this machine.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as response:
                return Answer.model_validate_json(response.read())
        except urllib.error.HTTPError as error:
            raise PlumblineError(_read_problem(error)) from error
        except OSError as error:
            raise PlumblineError(f"the server at {self.address} does not answer: {error}; start it again") from error


def _read_problem(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.loads(error.read())["detail"])
    except (ValueError, KeyError, TypeError):
        return f"the server answered with status {error.code}"
