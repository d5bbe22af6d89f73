"""A shelf for tests of the library: a few documents of an invented society, and a model that costs nothing.

The statements have the shape of real ones and are no clinical source.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.library import Encoder, Holdings

REFERENCES = ("society", "label", "trial")
SHELF: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "low-magnesium": (
        "Low magnesium",
        {
            "Bottom line": (
                "Hypomagnesaemia with torsades de pointes is treated with intravenous magnesium sulfate. [@society]",
                "Hypomagnesaemia without symptoms is treated with oral magnesium. [@society]",
            ),
            "Cautions": ("Magnesium is halved when the kidneys fail. [@label]",),
        },
    ),
    "anaphylaxis-on-the-ward": (
        "Anaphylaxis on the ward",
        {
            "Bottom line": (
                "Adrenaline is injected into the thigh muscle at the first sign of anaphylaxis. [@society]",
                "A second injection of adrenaline follows when wheeze or shock persists. [@society; @trial]",
            ),
            "Monitoring": ("After anaphylaxis a patient is observed for a late reaction. [@society]",),
        },
    ),
    "acute-asthma": (
        "Acute asthma",
        {
            "Bottom line": (
                "Salbutamol by nebuliser is the first treatment of a severe asthma attack. [@society]",
                "Prednisolone is given by mouth in every asthma attack that is not mild. [@society]",
            ),
            "Cautions": ("Sedation is dangerous in a tiring asthmatic patient. [@trial]",),
        },
    ),
    "wilson-disease": (
        "Wilson disease",
        {
            "Bottom line": (
                "Penicillamine removes copper in Wilson disease. [@label]",
                "Urine is tested for protein while penicillamine is taken. [@label]",
            ),
        },
    ),
    "oesophageal-bleeding": (
        "Oesophageal bleeding",
        {
            "Bottom line": (
                "Terlipressin is started before endoscopy when varices bleed. [@trial]",
                "Haemoglobin is measured again after each transfusion. [@society]",
            ),
        },
    ),
}


def write_references(folder: Path, keys: Iterable[str] = REFERENCES, **custom: str) -> Path:
    """A bibliography of invented works; `custom` overrides what is known of each."""
    own = {
        "type": "guideline", "depth": "full-text", "population": "human", "region": "uk", "country": "United Kingdom",
        "body": "Society of Examples", "verified": "yes",
    }  # fmt: skip
    items = [
        {
            "id": key,
            "type": "report",
            "title": f"Work {key}",
            "issued": {"date-parts": [[2025]]},
            "custom": own | custom,
        }
        for key in keys
    ]
    path = folder / "references.json"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(items, indent=1), encoding="utf-8")
    return path


def write_document(folder: Path, name: str, title: str, sections: Mapping[str, Sequence[str]], front: str = "") -> Path:
    """A guideline document; a second line of the same field in `front` breaks it on purpose."""
    path = folder / "guidelines" / "examples" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'---\nid: {name}\ntitle: {title}\npopulation: adults\nstatus: submitted\nversion: "a"\n{front}last_updated: 2026-11-23\n---\n'
    body = "\n".join(f"## {heading}\n" + "".join(f"- {s}\n" for s in said) for heading, said in sections.items())
    path.write_text(f"{head}# {title}\n\n{body}", encoding="utf-8")
    return path


def write_corpus(folder: Path) -> Path:
    """The whole shelf."""
    write_references(folder)
    for name, (title, sections) in SHELF.items():
        write_document(folder, name, title, sections)
    return folder


def document_of(holdings: Holdings, name: str) -> Path:
    """The file of a document of the shelf."""
    return holdings.folders[0] / "guidelines" / "examples" / f"{name}.md"


def replace_in(path: Path, old: str, new: str) -> None:
    """Change a file that holds `old`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def snapshot(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file below a folder, with its time and its sum."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pretend(patch: Callable[[type, str, Any], None] = setattr) -> None:
    """A model in place of the real one where vectors only have to be there: each text its own direction."""
    patch(Encoder, "_encode", property(lambda encoder: _pretended))
    patch(Encoder, "prepare", lambda encoder, texts: None)


def _pretended(texts: Sequence[str]) -> Any:
    seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) for text in texts]
    rows = np.asarray([np.random.default_rng(seed).normal(size=384) for seed in seeds], dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
