"""What importing the package loads, and what making a client does."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from alerce import Alerce
from alerce.http import clients

HEAVY = [
    *("astropy", "numpy", "pandas", "matplotlib", "pyarrow", "fastavro", "tqdm", "hishel"),
    *("httpx", "httpcore", "attrs", "msgspec", "tenacity"),
    *("asyncio", "importlib.metadata", "sqlite3", "ssl", "html.parser", "unittest"),
]


def loaded(code: str) -> list[str]:
    """Return which of the heavy modules a new interpreter has loaded after some code."""
    listing = (
        f"import json, sys; {code}; print(json.dumps([m for m in {HEAVY} if m in sys.modules]))"
    )
    command = [sys.executable, "-I", "-c", listing]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (our own)
    names: list[str] = json.loads(done.stdout)
    return names


@pytest.mark.parametrize(
    "code",
    [
        "import alerce",
        "from alerce import Alerce",
        "from alerce.core import Alerce",
        "from alerce import Alerce; Alerce()",
        "from alerce import Alerce; Alerce().with_options(errors='warn')",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    # Coverage, when it measures subprocesses, loads some of its own.
    assert loaded(code) == []


def test_json_needs_no_table_library() -> None:
    code = (
        "from alerce import Alerce; c = Alerce(ZTF_API_URL='http://127.0.0.1:9/', retries=0); "
        "\ntry: c.query_object('ZTF1')\nexcept Exception: pass\n"
    )
    assert not {"astropy", "numpy", "pandas", "attrs"} & set(loaded(f"exec({code!r})"))


def test_a_client_without_https_calls_loads_no_certificates(client: Alerce) -> None:
    clients.tls_context.cache_clear()
    client.query_limit_values()
    assert clients.tls_context.cache_info().currsize == 0


def test_all_services_share_one_tls_context() -> None:
    assert clients.tls_context(None) is clients.tls_context(None)
