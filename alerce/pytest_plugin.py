"""Fixtures for the tests of programs that use the client.

pytest loads them by itself where ``alerce`` is installed. They need the extra
``alerce[sandbox]``, which is looked for only when a test asks for one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from alerce import Alerce, AsyncAlerce
    from alerce.sandbox import Sandbox


@pytest.fixture(scope="session")
def alerce_sandbox() -> Iterator[Sandbox]:
    """The ALeRCE services on loopback, with synthetic data; see `alerce.sandbox.Sandbox`."""
    try:
        from alerce.sandbox import Sandbox
    except ModuleNotFoundError as error:
        pytest.fail(f"{error}: install alerce[sandbox] for this fixture", pytrace=False)
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def alerce_client(alerce_sandbox: Sandbox) -> Iterator[Alerce]:
    """A client of the sandbox."""
    from alerce import Alerce

    with Alerce(**alerce_sandbox.config) as client:
        yield client


@pytest.fixture
def async_alerce_client(alerce_sandbox: Sandbox) -> AsyncAlerce:
    """An asynchronous client of the sandbox; enter it in the test's own event loop."""
    from alerce import AsyncAlerce

    return AsyncAlerce(**alerce_sandbox.config)
