"""The page `/docs`: the API in words, made from its own description, without anything from another host."""

from typing import Any

from assistant.web.marking import escape

_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<title>Plumbline: the API</title><link rel="stylesheet" href="page/plumbline.css"></head><body class="handbook">'
)


def render_handbook(description: dict[str, Any]) -> str:
    """The page of an OpenAPI description."""
    routes = [
        _route(method, path, operation)
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
    ]
    schemas = description.get("components", {}).get("schemas", {})
    names = ("Question", "Answer", "Calculation", "Outcomes")
    records = "".join(_record(name, schemas[name]) for name in names if name in schemas)
    return (
        f"{_HEAD}<main><h1>Plumbline: the API</h1><p>{escape(description['info'].get('description', ''))} "
        'Errors are problem documents (RFC 9457). The whole description: <a href="api/v1/openapi.json">openapi.json</a>. '
        'Alive: <a href="healthz">/healthz</a>. Ready: <a href="readyz">/readyz</a>.</p>'
        f"<h2>Addresses</h2>{''.join(routes)}<h2>Records</h2>{records}</main></body></html>"
    )


def _route(method: str, path: str, operation: dict[str, Any]) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    takes = f'<p class="takes">takes {escape(_type(body))}</p>' if body else ""
    return (
        f'<section class="route"><h3><b>{escape(method.upper())}</b> <code>/api/v1{escape(path)}</code></h3>'
        f"<p>{escape(operation.get('summary', ''))}</p>{takes}</section>"
    )


def _record(name: str, schema: dict[str, Any]) -> str:
    rows = "".join(
        _field(field, shape, schema.get("required", [])) for field, shape in schema.get("properties", {}).items()
    )
    about = escape(schema.get("description", "").split("\n")[0])
    return f'<details class="fold"><summary>{escape(name)}</summary><p>{about}</p><table><tbody>{rows}</tbody></table></details>'


def _field(name: str, shape: dict[str, Any], required: list[str]) -> str:
    state = "required" if name in required else ""
    return f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{escape(_type(shape))}</td><td>{state}</td></tr>'


def _type(shape: dict[str, Any]) -> str:
    """A JSON Schema in a few words."""
    if "$ref" in shape:
        return str(shape["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in shape:
        return " or ".join(_type(part) for part in shape["anyOf"])
    if "enum" in shape:
        return " | ".join(str(value) for value in shape["enum"])
    if shape.get("type") == "array":
        return f"list of {_type(shape['items'])}" if shape.get("items") else "list"
    if isinstance(shape.get("additionalProperties"), dict):
        return f"names with {_type(shape['additionalProperties'])}"
    return str(shape.get("const", shape.get("type", "anything")))
