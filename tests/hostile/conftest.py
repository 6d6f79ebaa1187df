"""A wire that breaks what passes, and certificates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alerce.sandbox import Sandbox

from .wires import Certificates, Wire, make_certificates, wire


@pytest.fixture(scope="module")
def broken_wire(sandbox: Sandbox) -> Iterator[Wire]:
    with wire(sandbox.url) as made:
        yield made


@pytest.fixture
def hostile(broken_wire: Wire) -> Wire:
    """A way to the sandbox that a test can break."""
    broken_wire.will()
    return broken_wire


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))
