"""Open the chat model that a site configured, through LangChain; nothing is loaded, and nothing is asked, without one."""

from typing import TYPE_CHECKING, Any

from assistant.errors import ModelError, SettingError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import Settings

PACKAGES = {"openai": "langchain-openai", "anthropic": "langchain-anthropic", "ollama": "langchain-ollama"}
"""The package of each provider that has an extra of its own."""
PATIENCE = 60.0
"""Seconds for one answer of a model."""


def open_model(settings: "Settings") -> "BaseChatModel | None":
    """The model of the settings; None when none is configured. Raises `SettingError` naming what is missing."""
    if not settings.model and not settings.model_url:
        return None
    provider, name = split_name(settings)
    options: dict[str, Any] = {"temperature": 0, "timeout": PATIENCE, "max_retries": 0}
    if settings.model_url:
        options["base_url"] = settings.model_url
    if key := settings.model_api_key.get_secret_value():
        options["api_key"] = key
    elif settings.model_url and provider == "openai":
        options["api_key"] = "none"
    if provider == "ollama":
        options = {key: value for key, value in options.items() if key in ("temperature", "base_url")}
    try:
        from langchain.chat_models import init_chat_model

        model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except ImportError as error:
        package = PACKAGES.get(provider, f"langchain-{provider}")
        raise SettingError(
            f"ASSISTANT_MODEL: {provider} needs packages that are not installed; "
            f"run .venv/bin/python -m pip install langchain {package}"
        ) from error
    except Exception as error:  # each provider refuses in its own way
        raise SettingError(f"ASSISTANT_MODEL: {provider}:{name} cannot be opened: {error}") from error
    return model


def split_name(settings: "Settings") -> tuple[str, str]:
    """Provider and name; with an address of its own a model is taken to speak as OpenAI's do."""
    provider, colon, name = settings.model.partition(":")
    if settings.model_url and (not colon or provider not in PACKAGES):
        return "openai", settings.model or "default"
    if not colon or not name:
        raise SettingError(f"ASSISTANT_MODEL: write provider:name, such as ollama:qwen3:8b (given: {settings.model!r})")
    return provider, name


def explain(error: Exception) -> ModelError:
    """Why a model did not answer, by a stable word: what the provider's client raises, read by its name and status."""
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    name = type(error).__name__.lower()
    if status in (401, 403):
        reason = "refused the key"
    elif status == 429 or "ratelimit" in name:
        reason = "is asked too often"
    elif "timeout" in name:
        reason = "took too long"
    elif "connect" in name:
        reason = "cannot be reached"
    else:
        reason = "failed"
    return ModelError(reason, f"the chat model {reason}: {' '.join(str(error).split())[:200]}")
