"""A refresh says what changed in a published description, and what that touches."""

import json
import os
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("openapi_python_client")

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "openapi" / "published"


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "scripts/regenerate", *arguments],
        env={**os.environ, **environment},
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("alerce", "generated", "openapi", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture
def ztf() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((PUBLISHED / "ztf.json").read_text(encoding="utf-8"))
    return document


def publish(root: Path, document: object) -> str:
    (root / "new.json").write_text(json.dumps(document), encoding="utf-8")
    return "new.json"


def written(root: Path) -> dict[str, bytes]:
    """Return what a refresh can write."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("generated", "openapi/published")
        for path in (root / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def parameters(document: dict[str, Any], path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["paths"][path]["get"]["parameters"]
    return found


def test_nothing_new(root: Path, ztf: dict[str, Any]) -> None:
    done = run(root, "--refresh", "ztf", publish(root, ztf))
    assert done.returncode == 0, done.stderr
    assert done.stdout == "ztf: nothing new in 12 routes, 43 parameters, 82 fields\n"
    assert written(root) == written(ROOT)


def test_changes_are_told_with_what_they_touch_and_written(root: Path, ztf: dict[str, Any]) -> None:
    fields = ztf["components"]["schemas"]["Single_Object"]["properties"]
    fields["n_det"] = fields.pop("ndet")
    ztf["components"]["schemas"]["Magstats"]["properties"]["ndet"]["type"] = "string"
    ztf["paths"]["/objects/"]["get"]["parameters"] = [
        each for each in parameters(ztf, "/objects/") if each["name"] != "probability"
    ]
    done = run(root, "--refresh", "ztf", publish(root, ztf))
    assert done.returncode == 1
    report = done.stdout
    assert (
        "    field Magstats.ndet changed: perhaps, integer -> perhaps, string\n"
        "        methods: download, query_magstats\n"
        "        columns of alerce_api.ztf: MAGSTATS.ndet\n"
    ) in report
    assert (
        "    field Single_Object.ndet went (perhaps, integer); perhaps it is now n_det\n"
    ) in report
    assert "query parameter probability of GET /objects/ went (optional, number)\n" in report
    assert "query_objects" in report
    assert "overlays/ztf.yaml" in report
    assert ": there is no ndet to describe\n" in report
    assert ": it matches nothing\n" in report

    # The published file is the new one and the package follows it; the check names what to mend.
    assert json.loads((root / "openapi/published/ztf.json").read_text("utf-8")) == ztf
    rows = (root / "generated/alerce_api/ztf/rows.py").read_text("utf-8")
    assert "n_det: NotRequired[int]" in rows
    checked = run(root, "--check")
    assert checked.returncode == 1
    assert "there is no ndet to describe" in checked.stderr
    assert "Object.n_det has no description" in checked.stderr


def test_what_the_overlay_handles_is_told_apart(root: Path, ztf: dict[str, Any]) -> None:
    mask = {"name": "X-Fields", "in": "header", "schema": {"type": "string", "format": "mask"}}
    ztf["paths"]["/objects/{id}/detections"]["get"]["parameters"].append(mask)
    done = run(root, "--check", "--refresh", "ztf", publish(root, ztf))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[1:] == [
        "  handled by the overlay, the contract stays the same:",
        "    header parameter X-Fields of GET /objects/{id}/detections came"
        ' (optional, string, format "mask")',
    ]


def test_correction_whose_reason_has_gone_is_named(root: Path, ztf: dict[str, Any]) -> None:
    (count,) = [each for each in parameters(ztf, "/objects/") if each["name"] == "count"]
    count["schema"]["type"] = "boolean"
    done = run(root, "--check", "--refresh", "ztf", publish(root, ztf))
    assert done.returncode == 1
    assert (
        "update $.paths['/objects/'].get.parameters[?@.name == 'count'].schema: "
        'no longer needed, the published description says so: type: "boolean"'
    ) in done.stdout


def test_new_route_and_what_a_package_lacks_for_it(root: Path, ztf: dict[str, Any]) -> None:
    ztf["paths"]["/objects/{id}/neighbours"] = {
        "get": {
            "operationId": "neighbours",
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": {}}}}},
        }
    }  # fmt: skip
    done = run(root, "--check", "--refresh", "ztf", publish(root, ztf))
    assert done.returncode == 1
    assert "    route GET /objects/{id}/neighbours came\n" in done.stdout
    assert "answers 200 application/json without a schema" in done.stdout


def test_check_writes_nothing(root: Path, ztf: dict[str, Any]) -> None:
    ztf["components"]["schemas"]["Feature"]["properties"]["fid"]["type"] = "string"
    assert run(root, "--check", "--refresh", "ztf", publish(root, ztf)).returncode == 1
    assert written(root) == written(ROOT)


def test_generator_that_fails_leaves_the_package_as_it_was(root: Path, ztf: dict[str, Any]) -> None:
    text = json.dumps(ztf).replace("Classifier_Model", "Classifier")
    done = run(root, "--refresh", "ztf", publish(root, json.loads(text)))
    assert done.returncode == 1
    assert "schema Classifier_Model went" in done.stdout
    assert "generated/ stays as it was" in done.stdout
    differing = {name for name, text in written(root).items() if written(ROOT)[name] != text}
    assert differing == {"openapi/published/ztf.json"}


def test_all_are_taken_from_a_folder(root: Path) -> None:
    folder = root / "new"
    folder.mkdir()
    for path in PUBLISHED.glob("*.json"):
        shutil.copy(path, folder / f"{path.stem}.openapi.json")
    done = run(root, "--check", "--refresh", "all", "new")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert sorted(line.split(":")[0] for line in lines) == sorted(
        path.stem for path in PUBLISHED.glob("*.json")
    )
    assert all(": nothing new in " in line for line in lines)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "https://127.0.0.1:9/swagger.json",
            "https://127.0.0.1:9/swagger.json cannot be reached: ",
        ),
        ("http://127.0.0.1:9/swagger.json", "is no https address"),
        ("missing.json", "missing.json cannot be read: No such file or directory"),
        ("scripts/regenerate", "scripts/regenerate is no JSON"),
    ],
)
def test_description_that_cannot_be_had(root: Path, source: str, words: str) -> None:
    done = run(root, "--refresh", "stamps", source)
    assert done.returncode == 2, done.stderr
    assert done.stdout.startswith("stamps: ")
    assert words in done.stdout
    assert written(root) == written(ROOT)


def test_file_that_is_no_description(root: Path) -> None:
    done = run(root, "--check", "--refresh", "stamps", publish(root, {"openapi": "3.0.0"}))
    assert done.returncode == 1
    assert "neither Swagger 2.0 nor OpenAPI 3.1" in done.stdout


def test_unknown_name(root: Path) -> None:
    done = run(root, "--refresh", "catshtm", "new.json")
    assert done.returncode == 1
    assert "catshtm is not published; these are: lsst.object_api, " in done.stderr


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = (PUBLISHED / "stamps.json").read_bytes()
        self.send_response(200 if self.path == "/swagger.json" else 404)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a description over https; yield the address and the certificate."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes a certificate, is not here")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(  # noqa: S603
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out",
         str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        serving.socket = context.wrap_socket(serving.socket, server_side=True)
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"https://127.0.0.1:{serving.server_port}", certificate
        serving.shutdown()
        thread.join()


def test_https_address(root: Path, server: tuple[str, Path]) -> None:
    url, certificate = server
    trusted = {"SSL_CERT_FILE": str(certificate), "NO_PROXY": "127.0.0.1"}
    done = run(root, "--check", "--refresh", "stamps", f"{url}/swagger.json", **trusted)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("stamps: nothing new in 3 routes")
    done = run(root, "--check", "--refresh", "stamps", f"{url}/elsewhere", **trusted)
    assert done.returncode == 2
    assert done.stdout == f"stamps: {url}/elsewhere answers 404\n"
