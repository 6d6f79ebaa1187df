"""What an editor offers and says of it, asked of a language server as an editor does."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from alerce.types import Detection, ObjectFilters

BIN = Path(sys.prefix) / "bin"
SECONDS = 120

START = """
from alerce import Alerce, AsyncAlerce

client = Alerce()
other = AsyncAlerce()
row = client.query_detections("ZTF18abbuksn")[0]
page = client.query_objects("json")
"""

QUERIES = {
    *("query_objects", "query_object", "query_detections", "query_non_detections"),
    *("query_lightcurve", "query_magstats", "query_probabilities", "query_features"),
    *("query_feature", "query_classifiers", "query_classes", "query_limit_values"),
    *("get_stamps", "get_avro", "plot_stamps", "catshtm_conesearch", "catshtm_crossmatch"),
    "catshtm_crossmatch_many",
    *("catshtm_redshift", "catshtm_catalog_translator", "send_query"),
}
FILTER = ('client.query_objects("json", ndet=5)', "ndet")
RECORD = ('client.query_detections("ZTF18abbuksn", "models")[0].magpsf', "magpsf")


@dataclass
class Shown:
    """What an editor shows."""

    offers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """At the end of each line."""
    documentation: dict[str, str] = field(default_factory=dict[str, str])
    """Beside an offer, for a method of the client."""
    types: dict[str, str] = field(default_factory=dict[str, str])
    """Beside an offer, for a key of a row."""
    hints: dict[str, str] = field(default_factory=dict[str, str])
    """When the pointer rests on a word of a line, by the line."""
    signature: str = ""
    """At the open parenthesis of query_objects."""


class Editor:
    """A file as an editor shows it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "script.py"
        self._file.touch()
        settings = {"venvPath": str(Path(sys.prefix).parent), "venv": Path(sys.prefix).name}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        self._client = LanguageClient("editor", "1")
        self._document = types.TextDocumentIdentifier(self._file.as_uri())
        self._version = 0

    async def __aenter__(self) -> Editor:
        await self._client.start_io(  # pyright: ignore[reportUnknownMemberType] (its **kwargs)
            str(BIN / "pyright-langserver"), "--stdio"
        )
        await self._client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(),
                workspace_folders=[types.WorkspaceFolder(self._file.parent.as_uri(), "editor")],
            )
        )
        self._client.initialized(types.InitializedParams())
        self._client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self._document.uri, "python", self._version, "")
            )
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await self._client.stop()  # type: ignore[no-untyped-call] # pygls has types in part

    def write(self, line: str) -> types.Position:
        """Make this the last line; return its end."""
        text = START + line
        self._version += 1
        self._client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._version, self._document.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return types.Position(text.count("\n"), len(line))

    async def offers(self, line: str) -> dict[str, types.CompletionItem]:
        """Return what is offered at the end of a line."""
        found = await self._client.text_document_completion_async(
            types.CompletionParams(self._document, self.write(line))
        )
        items = found.items if isinstance(found, types.CompletionList) else found or []
        return {item.label: item for item in items}

    async def documentation(self, offer: types.CompletionItem) -> str:
        """Return what is said of an offer."""
        resolved = await self._client.completion_item_resolve_async(offer)
        return text_of(resolved.documentation)

    async def hint(self, line: str, word: str) -> str:
        """Return what is said of a word of a line."""
        place = types.Position(self.write(line).line, line.index(word) + 1)
        found = await self._client.text_document_hover_async(
            types.HoverParams(self._document, place)
        )
        return text_of(found and found.contents)

    async def signature(self, line: str) -> str:
        """Return what is said of the call that a line opens."""
        found = await self._client.text_document_signature_help_async(
            types.SignatureHelpParams(self._document, self.write(line))
        )
        return text_of(found and found.signatures[0].documentation)


def text_of(content: object) -> str:
    return content.value if isinstance(content, types.MarkupContent) else str(content or "")


async def looked_at(folder: Path) -> Shown:
    shown = Shown()
    async with asyncio.timeout(SECONDS), Editor(folder) as editor:
        offers = await editor.offers("client.")
        for name in QUERIES & offers.keys():
            shown.documentation[name] = await editor.documentation(offers[name])
        shown.offers["client."] = list(offers)
        keys = await editor.offers('row["')
        shown.offers['row["'] = list(keys)
        shown.types = {name: key.detail or "" for name, key in keys.items()}
        for line in ("other.", "client.query_objects(", 'page["items"][0]["'):
            shown.offers[line] = list(await editor.offers(line))
        shown.signature = await editor.signature("client.query_objects(")
        for line, word in (FILTER, RECORD):
            shown.hints[line] = await editor.hint(line, word)
    return shown


def works(server: Path) -> bool:
    """Tell whether the server's node can run here."""
    tried = subprocess.run(  # noqa: S603 (a tool of ours)
        [str(server.with_name("pyright")), "--version"], capture_output=True, check=False
    )
    return tried.returncode == 0


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    server = BIN / "pyright-langserver"
    if shutil.which(server) is None or not works(server):
        pytest.skip("pyright's language server, which runs on node, does not start here")
    return asyncio.run(looked_at(tmp_path_factory.mktemp("editor")))


def test_methods_are_offered_on_both_faces(shown: Shown) -> None:
    assert set(shown.offers["client."]) >= QUERIES
    assert set(shown.offers["other."]) >= QUERIES
    assert "close" in shown.offers["client."]
    assert "aclose" in shown.offers["other."]


@pytest.mark.parametrize("method", sorted(QUERIES))
def test_methods_are_documented(method: str, shown: Shown) -> None:
    assert "\nReturns\n-------\n" in shown.documentation[method]


def test_every_filter_is_offered(shown: Shown) -> None:
    offers = shown.offers["client.query_objects("]
    own = ("format", "index", "sort", "survey")
    arguments = [f"{name}=" for name in (*own, *ObjectFilters.__annotations__)]
    assert offers[: len(arguments)] == arguments
    assert '"votable"' in offers


def test_every_filter_is_explained_while_the_call_is_written(shown: Shown) -> None:
    words = shown.signature.replace(",", " ").split()
    assert set(ObjectFilters.__annotations__) <= set(words)


def test_a_filter_is_explained_under_the_pointer(shown: Shown) -> None:
    assert shown.hints[FILTER[0]] == (
        "(variable) ndet: Integer | Many[int | None] | None\n\n"
        "Number of detections: a minimum, or [minimum, maximum], either of which may be None."
    )


def test_fields_of_a_row_are_offered_with_their_types(shown: Shown) -> None:
    assert shown.offers['row["'] == [f'"{name}"' for name in Detection.__annotations__]
    assert shown.types['"magpsf"'] == "float"
    assert shown.types['"candid"'] == "str"
    assert '"class"' in shown.offers['page["items"][0]["']


def test_a_field_of_a_record_is_explained_under_the_pointer(shown: Shown) -> None:
    # The server shows no documentation for the keys of a dict.
    assert "Magnitude of the difference from PSF-fit photometry." in shown.hints[RECORD[0]]
