"""The environment, read once. `assistant doctor` lists every field with its value and meaning."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingError

BUILT_IN_CORPUS = Path(__file__).resolve().parent.parent / "corpus"
QUIET_ENVIRONMENT = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "LANGSMITH_TRACING": "false",
    "ANONYMIZED_TELEMETRY": "False",
    "TOKENIZERS_PARALLELISM": "false",
}
"""What keeps the libraries from speaking to the internet and prompts out of the browser's storage."""


class Settings(BaseSettings):
    """One field for each `ASSISTANT_…` variable."""

    model_config = SettingsConfigDict(
        env_prefix="ASSISTANT_", env_file=".env", extra="ignore", frozen=True, protected_namespaces=()
    )

    corpus: str = Field(
        "", description="folders of guideline documents, separated like PATH; read beside the built-in corpus"
    )
    built_in: bool = Field(True, description="whether the built-in corpus is read too")
    data: Path = Field(Path(".plumbline"), description="where the index and the database live")
    database: str = Field("", description="sqlite:///FILE; unset: a SQLite file in the data folder")
    embedding_model: str = Field(
        "", description="path or name of a sentence-transformers model; unset: the bundled all-MiniLM-L6-v2"
    )
    embedding_precision: Literal["float32", "int8"] = Field(
        "float32", description="of the bundled embedding model; int8 is smaller and quicker, its vectors are its own"
    )
    exact_up_to: int = Field(
        40_000,
        ge=0,
        description="passages up to which every search is exact; above, Chroma's graph proposes candidates",
    )
    model: str = Field("", description="chat model as provider:name, such as ollama:qwen3:8b; unset: none is asked")
    model_url: str = Field("", description="address of an OpenAI-compatible server that serves the model")
    model_api_key: SecretStr = Field(SecretStr(""), description="key of that server or provider, where it wants one")
    region: str | None = Field(
        None, description="uk, us, eu …: whose guidance comes first; unset: all are shown, named"
    )
    formulary: Path | None = Field(
        None, description="YAML file of the medicines that the site stocks or restricts; unset: none"
    )
    units: Literal["si", "conventional"] = Field("si", description="unit system of results where both are usual")
    approved_only: bool = Field(False, description="answer only from documents that a reviewer has approved")
    frame_ancestors: str = Field(
        "", description="origins that may embed the page, separated by blanks; unset: none but this host"
    )

    @property
    def corpus_folders(self) -> tuple[Path, ...]:
        """The folders to index, built-in first."""
        own = tuple(Path(part) for part in self.corpus.split(os.pathsep) if part)
        return ((BUILT_IN_CORPUS,) if self.built_in else ()) + own

    @property
    def database_url(self) -> str:
        """The database as a URL."""
        return self.database or f"sqlite:///{self.data / 'plumbline.sqlite'}"


def read_settings() -> Settings:
    """The settings of this process; also silences telemetry of the libraries. Raises `SettingError`."""
    for name, value in QUIET_ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "ASSISTANT_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingError(f"{name}: {first['msg']} (given: {first.get('input')!r})") from error
