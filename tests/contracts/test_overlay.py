"""Overlays are applied as the standard says, and an action without a reason is told by name."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jsonpath_rfc9535")

# Any: the generator's modules are found when the tests run, see conftest.py.
overlay: Any = import_module("overlay")


def document() -> dict[str, Any]:
    return {
        "info": {"title": "", "version": "1"},
        "tags": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
        "paths": {
            "/a/{id}": {"get": {"parameters": [{"name": "id"}, {"name": "mask"}, {"name": "mask"}]}},
            "/b": {"get": {"parameters": [{"name": "id"}]}},
        },
        "components": {
            "schemas": {"Row": {"properties": {"oid": {"type": "string"}, "ndet": {"type": "integer"}}}}
        },
    }  # fmt: skip


def apply(*actions: dict[str, Any], to: dict[str, Any] | None = None) -> tuple[Any, list[str]]:
    found = document() if to is None else to
    made: list[Any] = []
    for action in actions:
        kind = next(kind for kind in ("remove", "update", "copy") if kind in action)
        reason = action.get("description", "A reason.")
        made.append(overlay.Action("o.yaml:1", action["target"], kind, action[kind], reason))
    return found, overlay.apply(found, made)


class TestActions:
    def test_update_merges_objects(self) -> None:
        found, problems = apply({"target": "$.info", "update": {"title": "T", "x-a": {"b": 1}}})
        assert found["info"] == {"title": "T", "version": "1", "x-a": {"b": 1}}
        assert problems == []

    def test_update_appends_to_arrays(self) -> None:
        found, _ = apply({"target": "$.tags", "update": {"name": "d"}})
        assert [tag["name"] for tag in found["tags"]] == ["a", "b", "c", "d"]
        found, _ = apply({"target": "$.tags", "update": [{"name": "d"}, {"name": "e"}]})
        assert [tag["name"] for tag in found["tags"]] == ["a", "b", "c", "d", "e"]
        found, _ = apply({"target": "$", "update": {"tags": [{"name": "d"}]}})
        assert [tag["name"] for tag in found["tags"]] == ["a", "b", "c", "d"]

    def test_update_replaces_plain_values(self) -> None:
        found, problems = apply({"target": "$.info.version", "update": "2"})
        assert found["info"]["version"] == "2"
        assert problems == []

    def test_remove_takes_out_every_match_and_no_other(self) -> None:
        target = "$.paths[*].get.parameters[?@.name == 'mask']"
        found, problems = apply({"target": target, "remove": True})
        assert found["paths"]["/a/{id}"]["get"]["parameters"] == [{"name": "id"}]
        assert found["paths"]["/b"]["get"]["parameters"] == [{"name": "id"}]
        assert problems == []
        found, _ = apply({"target": "$.tags[0, 2]", "remove": True})
        assert found["tags"] == [{"name": "b"}]

    def test_copy_merges_what_stands_elsewhere(self) -> None:
        found, problems = apply(
            {"target": "$.paths", "update": {"/c": {}}},
            {"target": "$.paths['/c']", "copy": "$.paths['/b']"},
            {"target": "$.paths['/b']", "remove": True},
        )
        assert found["paths"]["/c"] == {"get": {"parameters": [{"name": "id"}]}}
        assert "/b" not in found["paths"]
        assert problems == []

    def test_matches_do_not_share_what_they_get(self) -> None:
        found, _ = apply(
            {
                "target": "$.paths[*].get.parameters[?@.name == 'id']",
                "update": {"schema": {"a": 1}},
            },
            {"target": "$.paths['/b'].get.parameters[0].schema", "update": {"a": 2}},
        )
        assert found["paths"]["/a/{id}"]["get"]["parameters"][0]["schema"] == {"a": 1}


class TestProblems:
    @pytest.mark.parametrize(
        ("action", "words"),
        [
            (
                {"target": "$.paths['/nowhere']", "remove": True},
                "o.yaml:1: remove $.paths['/nowhere']: it matches nothing",
            ),
            ({"target": "$.paths['/nowhere']", "update": {"get": {}}}, "it matches nothing"),
            ({"target": "$.info", "copy": "$.tags[*]"}, "copy $.tags[*] matches 3 nodes, not one"),
            (
                {"target": "$.info", "update": {"version": "1"}},
                'no longer needed, the published description says so: version: "1"',
            ),
            ({"target": "$.info.version", "update": "1"}, "no longer needed"),
            (
                {"target": "$.info", "update": {"version": ["1"]}},
                "version: an array does not fit a plain value",
            ),
            ({"target": "$.info", "update": "1"}, "a plain value does not fit an object"),
            (
                {
                    "target": "$.components.schemas.Row",
                    "update": {"properties": {"gone": {"description": "Words.", "x-unit": "d"}}},
                },
                "there is no properties.gone to describe",
            ),
        ],
    )
    def test_action_without_a_use_is_named(self, action: dict[str, Any], words: str) -> None:
        _, problems = apply(action)
        (problem,) = problems
        assert words in problem

    def test_item_that_an_array_holds_is_named_and_not_added_again(self) -> None:
        found, problems = apply({"target": "$.tags", "update": [{"name": "c"}, {"name": "d"}]})
        assert [tag["name"] for tag in found["tags"]] == ["a", "b", "c", "d"]
        (problem,) = problems
        assert 'no longer needed, the published description says so: {"name": "c"}' in problem

    def test_value_that_one_match_of_several_has_is_needed(self) -> None:
        both = "$.components.schemas.Row.properties['oid', 'ndet']"
        _, problems = apply({"target": both, "update": {"type": "integer"}})
        assert problems == []

    def test_words_for_nothing_do_not_make_a_field(self) -> None:
        update = {"properties": {"gone": {"description": "Words."}}}
        found, _ = apply({"target": "$.components.schemas.Row", "update": update})
        assert list(found["components"]["schemas"]["Row"]["properties"]) == ["oid", "ndet"]

    @pytest.mark.parametrize(
        ("action", "needs"),
        [
            ({"target": "$.info", "update": {"title": "T", "x-a": {"type": 1}}}, False),
            (
                {"target": "$.components.schemas.Row", "update": {"properties": {"oid": {"x-ucd": "a"}}}},
                False,
            ),
            ({"target": "$.info", "update": {"version": "2"}}, True),
            ({"target": "$.info", "remove": True}, True),
        ],
    )  # fmt: skip
    def test_a_fact_needs_a_reason_words_do_not(self, action: dict[str, Any], needs: bool) -> None:
        _, problems = apply({**action, "description": None})
        assert any("gives no reason" in problem for problem in problems) == needs


HEAD = (
    "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nx-published: [{name: a, url: b}]\nactions:\n"
)


class TestDocuments:
    def test_action_is_named_by_its_line(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_text(f"{HEAD}  - target: $.info\n    update: {{title: T}}\n", encoding="utf-8")
        loaded = overlay.load(path)
        assert loaded.published == [{"name": "a", "url": "b"}]
        assert [str(action) for action in loaded.actions] == ["overlays/a.yaml:5: update $.info"]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            (
                HEAD.replace("1.1.0", "2.0.0") + "  []",
                r"overlay is 2\.0\.0, not 1\.0\.x or 1\.1\.x",
            ),
            (f"{HEAD}  - {{target: $.a}}", "one of remove, update, copy"),
            (f"{HEAD}  - {{update: 1}}", "has a target"),
            (f"{HEAD}  - {{target: $.a, update: 1, remove: true}}", "one of remove"),
            (f"{HEAD}  - {{target: $.a, update: 1, reason: b}}", "a description"),
        ],
    )
    def test_what_is_no_overlay_is_refused(self, tmp_path: Path, text: str, words: str) -> None:
        path = tmp_path / "a.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=words):
            overlay.load(path)
