"""`python -m evals.reading.calibrate`: fit `assistant/planning/confidence.yaml` to the half `tune` of the questions on scope.

A logistic regression with a small ridge, by Newton's steps; each question is rated by weights that were fitted without it. The
threshold is the confidence at which, of the questions that name no topic and no unheard medicine, the shares of wrongful answers
and wrongful refusals are together the least; of equals the highest. The weight of `apart` is set, not fitted, and it counts for
nothing while the threshold is sought: the words behind that sign were written beside these very questions, and a fit would trust
them too far. Nothing is written: the table is printed, to be put there.
"""

import sys
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from assistant.assembly import assemble
from assistant.conversation import Desk, Inquiry, read_part
from assistant.planning.confidence import Signs, read_signs
from assistant.planning.scope import find_unknown_medicine
from assistant.settings import read_settings
from evals.reading.labels import read_set
from evals.reading.risk import Outcome, draw_curve

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

RIDGE = 0.3
STEPS = 30
NAMES = tuple(field.name for field in fields(Signs) if field.name != "apart")
APART = -2.0
"""The weight of that sign: about what takes a question that names a topic down to one that names none."""


def fit(signs: "Floats", within: "Floats") -> "Floats":
    """The weights, first the one that always counts."""
    import numpy as np

    rows = np.c_[np.ones(len(signs)), signs]
    ridge = RIDGE * np.diag([0.0, *[1.0] * signs.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        rated = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (rated - within) + ridge @ weights
        weights -= np.linalg.solve((rows.T * (rated * (1 - rated))) @ rows + ridge, slope)
    return weights


def rate_apart(signs: "Floats", within: "Floats") -> "Floats":
    """Each question rated by weights that were fitted to the others."""
    import numpy as np

    places = np.arange(len(signs))
    fitted = [fit(signs[places != n], within[places != n]) for n in places]
    return np.array([1 / (1 + np.exp(-(w[0] + signs[n] @ w[1:]))) for n, w in enumerate(fitted)])


def find_threshold(rated: Sequence[float], within: Sequence[bool]) -> float:
    """The confidence from which answering does the least harm: the shares wrongly answered and wrongly refused together."""

    def harm(threshold: float) -> float:
        outside = [one for one, inside in zip(rated, within, strict=True) if not inside]
        held = [one for one, inside in zip(rated, within, strict=True) if inside]
        return sum(one >= threshold for one in outside) / len(outside) + sum(one < threshold for one in held) / len(
            held
        )

    return min(sorted({round(one, 2) for one in rated}, reverse=True), key=harm)


def main() -> int:
    """Read the signs of each question, fit, print."""
    import numpy as np

    desk = _open_desk()
    items = read_set("scope", "tune")
    read = [_read(item["ask"], desk) for item in items]
    signs = np.array([[getattr(one, name) for name in NAMES] for one, _ in read], dtype=float)
    within = np.array([item["expect"] == "answer" for item in items], dtype=float)
    rated = rate_apart(signs, within)
    open_ = [n for n, (one, unheard) in enumerate(read) if not (one.named or unheard)]
    threshold = find_threshold([float(rated[n]) for n in open_], [bool(within[n]) for n in open_])
    weights = dict(zip(("always", *NAMES), fit(signs, within), strict=True)) | {"apart": APART}
    curve = draw_curve([Outcome(bool(w), True, float(r)) for w, r in zip(within, rated, strict=True)])
    told = ", ".join(f"{name}: {weight:.2f}" for name, weight in weights.items())
    sys.stdout.write(f"# {len(items)} questions, {int(within.sum())} within; rated apart: AUROC {curve.auroc:.3f}\n")
    sys.stdout.write(f"weights: {{{told}}}\nthreshold: {threshold:.2f}\n")
    for step in np.arange(0.1, 0.65, 0.05):
        outside = sum(rated[n] >= step for n in open_ if not within[n])
        refused = sum(rated[n] < step for n in open_ if within[n])
        sys.stdout.write(
            f"# {step:.2f}: of {len(open_)} that name nothing {outside} wrongly answered, {refused} refused\n"
        )
    return 0


def _open_desk() -> Desk:
    assistant = assemble(read_settings())
    assistant.warm()
    return assistant.desk


def _read(question: str, desk: Desk) -> tuple[Signs, bool]:
    """The signs of a question, and whether it names a medicine of which nobody has heard."""
    reading = read_part(question, Inquiry(question), None, desk)
    search = desk.library.search(reading.standalone)
    return read_signs(reading, search), find_unknown_medicine(question, reading.unknown) is not None


if __name__ == "__main__":
    raise SystemExit(main())
