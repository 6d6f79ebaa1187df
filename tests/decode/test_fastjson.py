"""The fast parser returns what the standard library returns, for any text."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alerce.decode import fastjson

ANY_TEXT = st.text() | st.sampled_from(
    ["NaN", "Infinity", "a: NaN, b", "-Infinity", "\x00NaN", "\x00Infinity", ": -Infinity}", '"']
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**66), 2**66)
    | st.sampled_from([2**63, 2**64 - 1, 2**64, -(2**63), -(2**63) - 1, -(10**18), 10**20])
    | st.floats()
    | st.floats(-1e-3, 1e-3)
    | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=30,
)
ROWS = st.lists(st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4), max_size=6)


def shape(value: Any) -> Any:
    """Return a value in a form that is equal only for the same bits and types."""
    if isinstance(value, float):
        return "float", "nan" if math.isnan(value) else value.hex()
    if isinstance(value, list):
        return [shape(each) for each in value]  # pyright: ignore[reportUnknownVariableType] (any JSON)
    if isinstance(value, dict):
        return [(key, shape(each)) for key, each in value.items()]  # pyright: ignore[reportUnknownVariableType] (any JSON)
    return type(value).__name__, value


def read(loads: Any, body: bytes) -> Any:
    """Return the result of a parser, or a note that it refuses the text."""
    try:
        return shape(loads(body))
    except (ValueError, RecursionError) as error:
        return ValueError if isinstance(error, ValueError) else RecursionError


@given(
    value=VALUES | ROWS,
    ascii=st.booleans(),
    separators=st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", " : ")]),
)
def test_every_value_comes_through(value: Any, ascii: bool, separators: tuple[str, str]) -> None:
    text = json.dumps(value, ensure_ascii=ascii, separators=separators)
    body = text.encode(errors="surrogatepass")
    assert read(fastjson.loads, body) == read(json.loads, body)


@given(st.binary() | st.text(alphabet='[]{}:,"0123456789.-+eEINafinityuls \\\n').map(str.encode))
@example(b'{"a": NaN, "b": "NaN"}')
@example(b'{"a": NaN, "b": "x: NaN, y"}')
@example(b'{"a": Infinity, "b": -Infinity, "c": NaN}')
@example(b'{"a": -Infinity, "b": Infinity}')
@example(b'{"a": NaN, "b": "\\u0000NaN"}')
@example(b'{"a": NaN, "\\u0000NaN": 1}')
@example(b'{"a": --Infinity}')
@example(b"NaN")
@example(b"-Infinity")
@example(b"NaNNaN")
@example(b"[NaN")
@example("[NaN, 'é', NaN]".encode())
@example('["é", NaN]'.encode())
@example(b"18446744073709551616")
@example(b"-9223372036854775809")
@example(b"[1e400, -1e400]")
@example(b"\xef\xbb\xbf[1]")
@example(b'["\\ud800"]')
@example("[1]".encode("utf-16"))
@example(b"[" * 2000 + b"]" * 2000)
@example(b"")
def test_every_text_is_read_or_refused_alike(body: bytes) -> None:
    assert read(fastjson.loads, body) == read(json.loads, body)


@pytest.mark.parametrize("number", [2**63 - 1, -(10**17), 10**18, 0.1, -0.0])
def test_ordinary_numbers_do_not_take_the_long_way(
    number: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do texts of many digits, fractions of many places and bare NaN."""
    text = json.dumps([{"x": number, "y": "1" * 40, "z": math.nan, "w": -math.inf}])
    body = text.replace("}", ', "v": 0.00012345678901234567}').encode()
    expected = shape(json.loads(body))

    def refuse(_: bytes) -> None:
        raise AssertionError("the standard library was asked")

    monkeypatch.setattr(json, "loads", refuse)
    assert shape(fastjson.loads(body)) == expected
