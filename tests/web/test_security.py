"""What stands before every response: headers, no foreign origin, no upload, no body without bounds."""

import pytest
from fastapi.testclient import TestClient

from assistant.web.front import dress
from assistant.web.security import LARGEST_BODY, LARGEST_PAGE_BODY

PLACES = ("/", "/healthz", "/docs", "/page/plumbline.js", "/api/v1/calculators", "/nowhere", "/gradio_api/info")


@pytest.mark.parametrize("path", PLACES)
def test_every_response_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["script-src"] == policy["connect-src"] == policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'" and policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == "'self' https://intranet.test"
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/api/v1/calculators"])
def test_what_a_patient_may_stand_in_is_not_cached(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/api/v1/calculators", "/config", "/gradio_api/info"])
@pytest.mark.parametrize("host", ["127.0.0.1:7860", "qa.hospital.test"])
def test_a_foreign_origin_is_given_nothing(client: TestClient, path: str, host: str) -> None:
    headers = {"Origin": "https://evil.test", "Host": host}
    response = client.get(path, headers=headers)
    assert not [name for name in response.headers if name.startswith("access-control-allow-origin")]
    ahead = client.options(path, headers={**headers, "Access-Control-Request-Method": "POST"})
    assert "access-control-allow-origin" not in ahead.headers


@pytest.mark.parametrize(
    "path", ["upload", "file=/etc/passwd", "file/etc/passwd", "proxy=http://x", "component_server", "stream/a/b/c/d"]
)
def test_no_file_comes_in_or_out(client: TestClient, path: str) -> None:
    for response in (client.get(f"/gradio_api/{path}"), client.post(f"/gradio_api/{path}", files={"files": b"x"})):
        assert response.status_code == 404 and "root:" not in response.text


@pytest.mark.parametrize("path", ["/page/../security.py", "/page/%2e%2e/security.py", "/page//etc/passwd"])
def test_only_the_static_files_are_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "limit"), [("/api/v1/ask", LARGEST_BODY), ("/gradio_api/queue/join", LARGEST_PAGE_BODY)]
)
def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(
    client: TestClient, path: str, limit: int
) -> None:
    large = b"x" * (limit + 1)
    said = client.post(path, content=large, headers={"Content-Type": "application/json"})
    unsaid = client.post(
        path, content=iter([large[:limit], large[limit:]]), headers={"Content-Type": "application/json"}
    )
    for response in (said, unsaid):
        assert response.status_code == 413 and response.json()["maximum_bytes"] == limit
        assert response.headers["content-type"] == "application/problem+json"


def test_the_front_page_asks_for_nothing_from_another_host(client: TestClient) -> None:
    html = client.get("/").text
    assert "http://" not in html and "https://" not in html
    assert html.index("page/storage.js") < html.index('<script type="module"')
    assert "<title>Plumbline</title>" in html and "page/plumbline.js" in html


def test_an_inline_script_of_the_chat_library_is_taken_out() -> None:
    html = b'<meta charset="utf-8"><script>steal()</script><script src="a.js"></script><meta property="og:image" content="https://x">'
    dressed = dress(html)
    assert b"steal" not in dressed and b"og:image" not in dressed and b'<script src="a.js">' in dressed


def test_the_chat_library_tells_of_no_route(client: TestClient) -> None:
    assert client.get("/gradio_api/info").json()["named_endpoints"] == {}
