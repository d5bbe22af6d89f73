"""What every command shares: an expected error is one line on stderr and exit code 2."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, TypeVar

import typer

from assistant.errors import PlumblineError

F = TypeVar("F", bound=Callable[..., Any])
AsJson = Annotated[bool, typer.Option("--json", help="one JSON document on stdout, nothing else there")]
Audience = Annotated[str, typer.Option(help="physician, nurse, pharmacist or student")]


def one_line(command: F) -> F:
    """Say an expected error in one line on stderr and exit with 2."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except PlumblineError as error:
            typer.echo(f"assistant: {error}", err=True)
            raise typer.Exit(2) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(130) from error

    return guarded  # type: ignore[return-value]
