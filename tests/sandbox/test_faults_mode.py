"""The sandbox that breaks answers as a script says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from alerce import Alerce
from alerce.exceptions import ServerError
from alerce.sandbox import Faults, Rule, Sandbox
from alerce.sandbox.faults import FAULTS, described


def test_a_sandbox_takes_a_script() -> None:
    script = [{"fault": "status", "status": 503, "path": "/classifiers", "nth": [2]}]
    with Sandbox(faults=script) as sandbox, Alerce(**sandbox.config, retries=0) as client:
        client.query_classifiers()
        with pytest.raises(ServerError):
            client.query_classifiers()
        client.query_classifiers()
        assert sandbox.faults.injected == {"status": 1}
        assert [request.service for request in sandbox.requests] == ["ztf"] * 3
        sandbox.faults.replace(Rule("reset"))
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{sandbox.url}/")


def test_a_sandbox_takes_a_file_and_all_it_serves_goes_through(tmp_path: Path) -> None:
    path = tmp_path / "faults.json"
    path.write_text("[]")
    with Sandbox() as plain, Sandbox(faults=path) as broken:
        for target in ("/", "/ztf/v1/objects", "/ztf/v1/objects/?oid=a%20b", "/nope"):
            ways = [httpx.get(each.url + target) for each in (plain, broken)]
            texts = [
                way.text.replace(each.url, "").replace(each.url.split("//")[1], "")
                for way, each in zip(ways, (plain, broken), strict=True)
            ]
            assert texts[0] == texts[1]
            assert ways[0].status_code == ways[1].status_code
            assert ways[0].headers["content-type"] == ways[1].headers["content-type"]


def test_the_command_takes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "faults.json"
    path.write_text(json.dumps([{"fault": "status", "status": 418}]))
    command = [sys.executable, "-m", "alerce.sandbox", "--faults", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 (this Python)
        try:
            assert server.stdout is not None
            url = server.stdout.readline().partition("=")[2].strip()
            assert httpx.get(url + "/objects/").status_code == 418
        finally:
            server.terminate()


@pytest.mark.parametrize(
    "script",
    [
        [{"fault": "nonsense"}],
        [{"fault": "reset", "path": "("}],
        [{"fault": "reset", "oops": 1}],
        [{}],
        [5],
        5,
    ],
)
def test_a_script_that_is_none_is_refused(script: Any) -> None:
    with pytest.raises(ValueError, match="fault"):
        Faults(script)


def test_chance_depends_on_nothing_but_the_request() -> None:
    rule = Rule("reset", probability=0.3, seed=4)
    targets = [f"/{n % 50}" for n in range(200)]
    first, second = Faults([rule]), Faults([rule])
    drawn = [bool(first.choose("GET", target)) for target in targets]
    # In another order: which of a target's own requests are broken is the same.
    order = sorted(range(200), key=lambda n: (targets[n], n))
    again = {n: bool(second.choose("GET", targets[n])) for n in order}
    assert [again[n] for n in range(200)] == drawn
    assert 30 < sum(drawn) < 90


def test_turns_count_for_all_or_for_each() -> None:
    together = Faults([Rule("reset", nth=[2])])
    apart = Faults([Rule("reset", nth=[2], each=True)])
    targets = ["/a", "/b", "/a", "/b"]
    assert [bool(together.choose("GET", each)) for each in targets] == [False, True, False, False]
    assert [bool(apart.choose("GET", each)) for each in targets] == [False, False, True, True]


def test_every_fault_says_what_it_does() -> None:
    assert [name for name, _ in described()] == list(FAULTS)
    assert all(text.endswith(".") for _, text in described())
