"""What regenerate itself writes from a contract: rows, column tables, catalogs and servers."""

from __future__ import annotations

import keyword
import re
import textwrap
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from published import operations

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema = dict[str, Any]

PYTHON_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
COLUMN_TYPES = {
    "string": "str",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
    "array": "list",
}


def client_view(contract: Schema) -> Schema:
    """Return the contract as openapi-python-client is to see it.

    An error told in a page of text is left out: the generated functions would return it as a
    str, where it ought to be an unexpected status.
    """
    view = deepcopy(contract)
    components = contract.get("components", {}).get("responses", {})
    for _, _, operation in operations(view):
        for status, response in list(operation["responses"].items()):
            found = components[response_name(response)] if "$ref" in response else response
            kinds = {kind for kind in found.get("content", {}) if not kind.startswith("text/")}
            if status >= "400" and not kinds:
                del operation["responses"][status]
        for parameter in operation.get("parameters", []):
            if "schema" in parameter:
                parameter["schema"] = without_null(parameter["schema"])
    return view


def without_null(schema: Schema) -> Schema:
    """Leave null out of what a parameter may be: nothing in a URL can say it."""
    members = [one for one in schema.get("anyOf", []) if one != {"type": "null"}]
    if len(members) != 1:
        return schema
    return {key: value for key, value in schema.items() if key != "anyOf"} | members[0]


def response_name(response: Schema) -> str:
    """Return the name of the component that a reference means."""
    name: str = response["$ref"].rsplit("/", 1)[1]
    return name


def rows(contract: Schema) -> str:
    """Write a TypedDict, Literal or alias for each schema."""
    schemas: Schema = contract.get("components", {}).get("schemas", {})
    body = [block for name in ordered(schemas) for block in row(name, schemas[name])]
    return "\n".join(
        [
            '"""Rows as they come from the JSON parser, by the names of the contract\'s schemas.',
            "",
            "A row can hold more keys than its type names.",
            '"""',
            "",
            "from typing import Any, Literal",
            "",
            "from typing_extensions import NotRequired, TypedDict",
            *body,
            "",
        ]
    )


def ordered(schemas: Schema) -> list[str]:
    """Order the schemas so that each comes after those it needs."""
    done: list[str] = []

    def visit(name: str) -> None:
        for needed in references(schemas[name]):
            if needed != name:
                visit(needed)
        if name not in done:
            done.append(name)

    for name in schemas:
        visit(name)
    return done


def references(schema: Any) -> Iterator[str]:
    """Yield the names of the schemas that a schema refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[1]
        for value in schema.values():
            yield from references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from references(value)


def row(name: str, schema: Schema) -> Iterator[str]:
    """Write one schema."""
    parts: list[Schema] = schema.get("allOf", [schema])
    bases = [annotation(part) for part in parts if "$ref" in part]
    own = {key: value for part in parts for key, value in part.get("properties", {}).items()}
    required = {key for part in parts for key in part.get("required", [])}
    if not own and not bases:
        yield f"\n{name} = {annotation(schema)}"
        yield docstring(schema.get("description", "See its type."), "")
        return

    def typed(key: str) -> str:
        text = annotation(own[key])
        return text if key in required else f"NotRequired[{text}]"

    # A key that is a keyword of Python has no place in a class body.
    keywords = {key: typed(key) for key in own if keyword.iskeyword(key)}
    if keywords:
        fields = ", ".join(f'"{key}": {text}' for key, text in keywords.items())
        yield f'\n\n_{name}Keywords = TypedDict("_{name}Keywords", {{{fields}}})'
        bases.append(f"_{name}Keywords")
    yield f"\n\nclass {name}({', '.join(bases) or 'TypedDict'}):"
    yield docstring(schema.get("description", "See its fields."), "    ") + ("\n" if own else "")
    for key in own:
        if key not in keywords:
            yield f"    {key}: {typed(key)}"
            yield docstring(own[key].get("description", "See its type."), "    ")


def annotation(schema: Schema) -> str:
    """Return the Python type of a schema's JSON."""
    match schema:
        case {"$ref": str(reference)}:
            return reference.rsplit("/", 1)[1]
        case {"enum": list(values)}:
            return f"Literal[{', '.join(repr(value) for value in values)}]"
        case {"anyOf": list(members)}:
            return " | ".join(dict.fromkeys(annotation(member) for member in members))
        case {"type": list(types)}:
            return " | ".join(annotation({**schema, "type": one}) for one in types)
        case {"type": "array", "items": items}:
            return f"list[{annotation(items)}]"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"dict[str, {annotation(values)}]"
        case {"type": "object"}:
            return "dict[str, Any]"
        case {"type": str(one)}:
            return PYTHON_TYPES[one]
    return "Any"


def docstring(text: str, indent: str) -> str:
    """Write a docstring."""
    lines = textwrap.wrap(" ".join(text.split()), 94 - len(indent))
    if len(lines) == 1:
        return f'{indent}"""{lines[0]}"""'
    return "\n".join(
        [f'{indent}"""{lines[0]}', *(indent + line for line in lines[1:]), f'{indent}"""']
    )


def properties(schemas: Schema, schema: Schema) -> Iterator[tuple[str, Schema, bool]]:
    """Yield a row's properties in order, each with whether it is always there."""
    if "$ref" in schema:
        yield from properties(schemas, schemas[schema["$ref"].rsplit("/", 1)[1]])
    for part in schema.get("allOf", []):
        yield from properties(schemas, part)
    for key, value in schema.get("properties", {}).items():
        yield key, value, key in schema.get("required", [])


def columns(contract: Schema) -> str:
    """Write the column table of each schema that is one row of a table."""
    schemas: Schema = contract.get("components", {}).get("schemas", {})
    lines = [
        '"""Columns of the tables, in the order of the contract."""',
        "",
        "from ..column import Column",
    ]
    for name, schema in schemas.items():
        if not schema.get("x-table"):
            continue
        lines += ["", f"{constant(name)}: tuple[Column, ...] = ("]
        for key, column, always in properties(schemas, schema):
            if "type" not in column or not column.get("x-column", True):
                continue
            types = column["type"] if isinstance(column["type"], list) else [column["type"]]
            (sent,) = (one for one in types if one != "null")
            fields = (
                key,
                column.get("x-dtype", COLUMN_TYPES[sent]),
                not always or "null" in types,
                column.get("x-unit"),
                column.get("x-ucd"),
                column.get("title", " ".join(column.get("description", "").split())),
            )
            lines.append(f"    Column({', '.join(map(repr, fields))}),")
        lines += [")", f'"""Columns of `rows.{name}`."""']
    return "\n".join([*lines, ""])


def constant(name: str) -> str:
    """Return the name of a schema's column table."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def catalogs(table: Schema) -> str:
    """Write the table of catalogs."""
    lines = [
        '"""The catalogs that the service searches."""',
        "",
        "from typing import NamedTuple",
        "",
        "from .models.catalog_name import CatalogName",
        "",
        "",
        "class Catalog(NamedTuple):",
        '    """One catalog: names, default cross-match radius in arcsec and position columns.',
        "",
        "    `columns` are those seen in answers with their units as sent, None for a blank; there are",
        "    none of a catalog that no recorded answer is about.",
        '    """',
        "",
        "    name: CatalogName",
        "    display_name: str",
        "    default_radius: float",
        "    ra: str",
        "    dec: str",
        "    columns: tuple[tuple[str, str | None], ...] = ()",
        "",
        "",
        "CATALOGS: tuple[Catalog, ...] = (",
    ]
    for name, entry in table.items():
        fields = (name, entry["display_name"], float(entry["radius"]), entry["ra"], entry["dec"])
        columns = tuple(dict(entry.get("columns", {})).items())
        fields += (columns,) if columns else ()
        lines.append(f"    Catalog({', '.join(map(repr, fields))}),")
    return "\n".join([*lines, ")", ""])


def servers(contract: Schema) -> str:
    """Write the addresses of the service."""
    urls = "".join(f"    {server['url']!r},\n" for server in contract["servers"])
    return f'"""Where the service is, the usual address first."""\n\nSERVERS: tuple[str, ...] = (\n{urls})\n'
