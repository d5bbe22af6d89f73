"""The index of the built-in corpus, kept in `.plumbline/tests` from run to run, so that only what is new there is embedded.

Each vector is known by the text that was embedded and by the weights (`assistant.library.index`), and the folder is named by the code
and the libraries that make vectors. Run as a program it brings the index up to date beside the tests that do without it.
"""

import fcntl
import hashlib
import shutil
from importlib.metadata import version
from pathlib import Path

from assistant.assembly import build_index
from assistant.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".plumbline" / "tests"
MAKES_VECTORS = ("embeddings.py", "export.py", "reference.py", "index.py", "generations.py", "concordance.py")


def copy_index(target: Path) -> None:
    """Bring the kept index up to date, or wait until another process has, and copy it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = KEPT / _name_vectors()
        for old in KEPT.iterdir():
            if old.is_dir() and old != kept:
                shutil.rmtree(old, ignore_errors=True)
        build_index(Settings(_env_file=None, data=kept), (), rebuild=False, progress=None)
        shutil.copytree(kept, target, ignore=shutil.ignore_patterns("owner.lock"), dirs_exist_ok=True)


def _name_vectors() -> str:
    """A name for all that vectors depend on besides the text and the weights: the code that makes them, and its libraries."""
    digest = hashlib.sha256()
    for name in MAKES_VECTORS:
        digest.update((ROOT / "assistant" / "library" / name).read_bytes())
    for name in ("torch", "transformers", "tokenizers", "numpy", "onnxruntime"):
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        copy_index(Path(folder))
