import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
CONTRACTS = ROOT / "generated" / "contracts"

# The modules of the generator, which scripts/regenerate finds the same way.
sys.path.append(str(ROOT / "openapi" / "generator"))

# Any: ruamel.yaml leaves the types of its arguments open.
yaml: Any = YAML(typ="safe")


@cache
def read(service: str) -> dict[str, Any]:
    contract: dict[str, Any] = yaml.load(CONTRACTS / f"{service}.yaml")
    return contract


@pytest.fixture
def load_contract() -> Callable[[str], dict[str, Any]]:
    return read
