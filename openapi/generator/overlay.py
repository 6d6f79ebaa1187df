"""Overlay documents: the standard's three kinds of action, and what no longer has a reason.

The Overlay Specification 1.1 says what an action does; a tool may pass over one that selects
nothing. Here it is a problem, as is a value that the document holds already: either the service
publishes something else now, or the action was never right.
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonpath_rfc9535
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Document = dict[str, Any]

WORDS = {"description", "operationId", "summary", "tags", "title"}
"""What an action may set without a reason, as it may any key that begins with ``x-``."""
DESCRIBING = WORDS | {"x-after", "x-dtype", "x-name", "x-nullable", "x-ucd", "x-unit"}
"""What describes a field that is there already; a new field has more."""
KINDS = ("remove", "update", "copy")
KEYS = {"target", "description", *KINDS}


class Action(NamedTuple):
    """One action of an overlay, and where it stands."""

    where: str
    target: str
    kind: str
    value: Any
    reason: str | None

    def __str__(self) -> str:
        """Name the action as problems do."""
        return f"{self.where}: {self.kind} {self.target}"


class Overlay(NamedTuple):
    """An overlay document.

    Attributes
    ----------
    published : list of dict
        The extension ``x-published``: the parts that the overlay extends, each with its ``name``,
        the ``url`` where the service publishes it, and the ``prefix`` of its paths.
    actions : list of Action
        What to do, in order.
    """

    published: list[dict[str, str]]
    actions: list[Action]


def load(path: Path) -> Overlay:
    """Read an overlay.

    Raises
    ------
    ValueError
        If it is no overlay of version 1.0 or 1.1.
    """
    document = YAML().load(path)
    version = str(document.get("overlay"))
    if not version.startswith(("1.0.", "1.1.")):
        raise ValueError(f"{path}: overlay is {version}, not 1.0.x or 1.1.x")
    actions: list[Action] = []
    for index, found in enumerate(document["actions"]):
        where = f"overlays/{path.name}:{document['actions'].lc.item(index)[0] + 1}"
        kinds = [kind for kind in KINDS if kind in found]
        if len(kinds) != 1 or "target" not in found or not found.keys() <= KEYS:
            raise ValueError(
                f"{where}: an action has a target, one of {', '.join(KINDS)} and a description"
            )
        value = json.loads(json.dumps(found[kinds[0]]))
        actions.append(Action(where, found["target"], kinds[0], value, found.get("description")))
    return Overlay(json.loads(json.dumps(document["x-published"])), actions)


def apply(document: Document, actions: list[Action]) -> list[str]:
    """Apply actions in place, in order.

    Returns
    -------
    list of str
        What is wrong with the actions, each problem beginning with the action's name. An action
        with a problem is applied as far as it goes.
    """
    problems: list[str] = []
    for action in actions:
        if action.reason is None and not only_words(action):
            problems.append(f"{action}: it changes a fact and gives no reason (description)")
        problems += (f"{action}: {problem}" for problem in apply_one(document, action))
    return problems


def only_words(action: Action) -> bool:
    """Tell whether an action does nothing but name and describe."""

    def words(value: Any) -> bool:
        return isinstance(value, dict) and all(
            key in WORDS or key.startswith("x-") or words(inner) for key, inner in value.items()
        )

    return action.kind == "update" and words(action.value)


def apply_one(document: Document, action: Action) -> Iterator[str]:
    """Apply one action in place and yield what is wrong with it."""
    nodes = jsonpath_rfc9535.find(action.target, document)
    if not nodes:
        yield "it matches nothing"
        return
    if action.kind == "remove":
        # From the last to the first, so that the places of those before stay right.
        for node in sorted(nodes, key=lambda node: order(node.location), reverse=True):
            del parent(document, node.location)[node.location[-1]]
        return
    value = action.value
    if action.kind == "copy":
        sources = jsonpath_rfc9535.find(value, document)
        if len(sources) != 1:
            yield f"copy {value} matches {len(sources)} nodes, not one"
            return
        value = sources[0].value
    said: list[list[str]] = []
    for node in nodes:
        same: list[str] = []
        problems: list[str] = []
        if isinstance(node.value, dict) and isinstance(value, dict):
            merge(node.value, value, "", same.append, problems.append)
        elif isinstance(node.value, list):
            append(node.value, value if isinstance(value, list) else [value], "", same.append)
        elif isinstance(node.value, dict) or isinstance(value, dict | list):
            problems.append(f"{kind(value)} does not fit {kind(node.value)}")
        elif node.value == value:
            same.append(json.dumps(value))
        else:
            parent(document, node.location)[node.location[-1]] = value
        yield from dict.fromkeys(problems)
        said.append(same)
    # One match of several may say the same already; when all do, the action has no use.
    for text in said[0]:
        if all(text in same for same in said):
            yield f"no longer needed, the published description says so: {text}"


def merge(
    target: Document,
    update: Document,
    path: str,
    same: Callable[[str], None],
    problem: Callable[[str], None],
) -> None:
    """Merge one object into another as the standard says.

    Parameters
    ----------
    same, problem : callable
        Told of a value that is there already, and of one that does not fit.
    """
    for key, value in update.items():
        name = f"{path}.{key}" if path else key
        if key not in target:
            if describes_nothing(value):
                problem(f"there is no {name} to describe")
            else:
                target[key] = deepcopy(value)
        elif isinstance(target[key], dict) and isinstance(value, dict):
            merge(target[key], value, name, same, problem)
        elif isinstance(target[key], list) and isinstance(value, list):
            append(target[key], value, f"{name}: ", same)
        elif isinstance(target[key], dict | list) or isinstance(value, dict | list):
            problem(f"{name}: {kind(value)} does not fit {kind(target[key])}")
        elif target[key] == value:
            same(f"{name}: {json.dumps(value)}")
        else:
            target[key] = value


def append(target: list[Any], items: list[Any], prefix: str, same: Callable[[str], None]) -> None:
    """Append items to an array, but for those that it holds already, of which `same` is told."""
    for item in items:
        if item in target:
            same(f"{prefix}{json.dumps(item)}")
        else:
            target.append(deepcopy(item))


def describes_nothing(value: Any) -> bool:
    """Tell whether a new object would hold nothing but words, its subject being gone."""
    return isinstance(value, dict) and "description" in value and value.keys() <= DESCRIBING


def parent(document: Document, location: tuple[int | str, ...]) -> Any:
    """Return what holds the node at a location."""
    found: Any = document
    for step in location[:-1]:
        found = found[step]
    return found


def order(location: tuple[int | str, ...]) -> list[tuple[int, str]]:
    """Return a key that sorts locations with their indices as numbers."""
    return [(step, "") if isinstance(step, int) else (-1, step) for step in location]


def kind(value: Any) -> str:
    """Name a JSON value's kind."""
    if isinstance(value, dict):
        return "an object"
    return "an array" if isinstance(value, list) else "a plain value"
