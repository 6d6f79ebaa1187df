"""What changed in what a service publishes, in words that a maintainer can act on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import assemble
import contracts
import httpx
import published
from methods import Methods
from published import operations, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

Document = dict[str, Any]
Key = tuple[str, ...]
Facts = dict[Key, str]

TIME_LIMIT = httpx.Timeout(30, connect=10)
KINDS = ("route", "parameter", "field")
CONSTRAINTS = ("format", "minimum", "maximum", "minItems", "maxItems", "pattern", "default")


class Source(NamedTuple):
    """A published description, or why it could not be had."""

    where: str
    document: Document | None
    error: str = ""


class Result(NamedTuple):
    """What a refresh found of one description, or of one overlay.

    Attributes
    ----------
    name : str
        Name of the description, or file of the overlay.
    lines : list of str
        The report.
    decide : bool
        Whether there is something to decide.
    text : str or None
        The new published file.
    failed : bool
        Whether the description could not be had.
    """

    name: str
    lines: list[str]
    decide: bool = False
    text: str | None = None
    failed: bool = False

    def report(self) -> str:
        """Return the report, headed by the name."""
        first, *more = self.lines
        return "\n".join([f"{self.name}: {first}", *(f"  {line}" for line in more)])


def names(services: list[assemble.Service]) -> list[str]:
    """Return the names of all published descriptions."""
    return [part["name"] for service in services for part in published_by(service)]


def status(results: list[Result]) -> int:
    """Return the exit status of a refresh."""
    if any(result.decide for result in results):
        return 1
    return 2 if any(result.failed for result in results) else 0


def source_of(given: str | None, name: str, *, each: bool) -> str | None:
    """Return where a description is, `each` if `given` is a folder of them."""
    if given is None or not each:
        return given
    found = sorted(Path(given).glob(f"{name}.*json"))
    return str(found[0] if found else Path(given) / f"{name}.json")


def read(source: str) -> Source:
    """Read a description from a file or an https address."""
    try:
        if not re.match(r"\w+://", source):
            return Source(source, json.loads(Path(source).read_text(encoding="utf-8")))
        if not source.startswith("https://"):
            return Source(source, None, f"{source} is no https address")
        answer = httpx.get(source, timeout=TIME_LIMIT)
        if answer.status_code != httpx.codes.OK:
            return Source(source, None, f"{source} answers {answer.status_code}")
        return Source(source, answer.json())
    except OSError as error:
        return Source(source, None, f"{source} cannot be read: {error.strerror}")
    except httpx.HTTPError as error:
        words = str(error) or type(error).__name__
        return Source(source, None, f"{source} cannot be reached: {words}")
    except ValueError as error:
        return Source(source, None, f"{source} is no JSON: {error}")


def refresh(
    wanted: dict[str, str | None], services: list[assemble.Service], root: Path
) -> list[Result]:
    """Compare what services publish with what is kept, and say what that does.

    Parameters
    ----------
    wanted : dict
        The names of the descriptions, each with a file, an https address, or None for the
        address of the service itself.
    services : list of Service
        All services.
    root : Path
        The folder of the project.
    """
    results: list[Result] = []
    methods = Methods(root / "alerce")
    for service in services:
        parts = [part for part in published_by(service) if part["name"] in wanted]
        found = [read(wanted[part["name"]] or part["url"]) for part in parts]
        if parts:
            results += refresh_service(service, parts, found, methods, root / "openapi/published")
    return results


def published_by(service: assemble.Service) -> list[dict[str, str]]:
    """Return the parts that a service publishes."""
    return service.overlay.published if service.overlay else []


def refresh_service(
    service: assemble.Service,
    parts: list[dict[str, str]],
    found: list[Source],
    methods: Methods,
    folder: Path,
) -> Iterator[Result]:
    """Yield what is new in the parts of one service, taken together."""
    old: dict[str, Document] = {}
    new: dict[str, Document] = {}
    failed: list[Result] = []
    for part, source in zip(parts, found, strict=True):
        name = part["name"]
        if source.document is None:
            failed.append(Result(name, [source.error], failed=True))
            continue
        try:
            new[name] = published.vendor(source.document)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            lines = [f"{source.where} is no description: {error!r}"]
            failed.append(Result(name, lines, decide=True))
            continue
        kept = (folder / f"{name}.json").exists()
        old[name] = assemble.read(folder, name) if kept else {"openapi": "3.1.0", "paths": {}}
    before = assemble.contract(service, folder, old)
    after = assemble.contract(service, folder, new)
    for part, source in zip(parts, found, strict=True):
        name = part["name"]
        if name in new:
            report = Report(service.name, part.get("prefix", ""), before, after, methods)
            yield report.result(name, source.where, old[name], new[name])
    yield from failed
    if after.problems:
        lines = ["no longer right:", *(f"  {problem}" for problem in after.problems)]
        yield Result(assemble.relative(service), lines, decide=True)


class Report:
    """What a changed description does to its contract and to the client.

    Parameters
    ----------
    service : str
        Name of the service.
    prefix : str
        Prefix of the description's paths in the contract.
    before, after : Contract
        The contract as it was and as it becomes.
    methods : Methods
        The methods of the client.
    """

    def __init__(
        self,
        service: str,
        prefix: str,
        before: assemble.Contract,
        after: assemble.Contract,
        methods: Methods,
    ) -> None:
        self.service = service
        self.prefix = prefix
        self.before, self.after = before, after
        self.methods = methods
        self.contract = [facts(before.document), facts(after.document)]

    def result(self, name: str, where: str, old_file: Document, new_file: Document) -> Result:
        """Return what is new in one description.

        Parameters
        ----------
        name : str
            Its name.
        where : str
            Where the new one is from.
        old_file, new_file : dict
            The description as it was kept and as it is published now.
        """
        old, new = facts(old_file), facts(new_file)
        changed = sorted(different(old, new))
        reaching = [key for key in changed if self.reaches(key)]
        handled = [key for key in changed if not self.reaches(key)]
        if changed:
            lines = [f"changed at {where}"]
        elif old_file == new_file:
            counts = ((sum(key[0] == kind for key in new), kind) for kind in KINDS)
            said = ", ".join(f"{count} {kind}{'s'[: count != 1]}" for count, kind in counts)
            lines = [f"nothing new in {said}"]
        else:
            lines = ["nothing new but in what no contract says (operation names, groups, version)"]
        if reaching:
            lines.append("changes the contract:")
            for key in reaching:
                lines.append(f"  {change(key, old, new)}")
                lines += (f"      {line}" for line in self.touched(key))
        if handled:
            lines.append("handled by the overlay, the contract stays the same:")
            lines += (f"  {change(key, old, new)}" for key in handled)
        return Result(name, lines, decide=bool(reaching), text=published.text(new_file))

    def reaches(self, key: Key) -> bool:
        """Tell whether a published change changes the contract."""
        known = self.in_contract(key)
        before, after = self.contract
        return before.get(known[0]) != after.get(known[1])

    def in_contract(self, key: Key) -> tuple[Key, Key]:
        """Return what a published fact is called in the contract before and after."""
        return self.renamed(key, self.before.names), self.renamed(key, self.after.names)

    def renamed(self, key: Key, names: assemble.Names) -> Key:
        """Return what a published fact is called in a contract."""
        kind, first, *rest = key
        if kind in {"schema", "field"}:
            return (kind, names.schemas.get(first, first), *rest)
        path = self.prefix + first
        if kind == "parameter":
            method, place, name = rest
            rest = [method, place, names.parameters.get((path, name), name)]
        return (kind, names.paths.get(path, path), *rest)

    def touched(self, key: Key) -> Iterator[str]:
        """Yield the methods and columns of the client that a change touches."""
        operations_touched: set[str] = set()
        columns: set[str] = set()
        known = self.in_contract(key)
        for contract, (kind, first, *rest) in zip((self.before, self.after), known, strict=True):
            document = contract.document
            if kind in {"schema", "field"}:
                holders = extending(document, first)
                operations_touched |= set(self.answering(document, holders))
                columns |= {
                    f"{contracts.constant(holder)}.{field}"
                    for holder in holders
                    for field in rest
                    if document["components"]["schemas"].get(holder, {}).get("x-table")
                }
            else:
                operation = document["paths"].get(first, {}).get(rest[0])
                if operation:
                    operations_touched.add(self.module(operation))
        methods = sorted(
            {method for each in operations_touched for method in self.methods.asking(each)}
        )
        if methods:
            yield f"methods: {', '.join(methods)}"
        elif operations_touched:
            yield f"no method; generated: {', '.join(sorted(operations_touched))}"
        if columns:
            yield f"columns of alerce_api.{self.service}: {', '.join(sorted(columns))}"

    def answering(self, document: Document, schemas: set[str]) -> Iterator[str]:
        """Yield the modules of the operations that speak of any of some schemas."""
        for _, _, operation in operations(document):
            if not schemas.isdisjoint(reached(document, operation)):
                yield self.module(operation)

    def module(self, operation: Document) -> str:
        """Return the full name of the generated module of an operation."""
        tag = operation.get("tags", ["default"])[0]
        return f"alerce_api.{self.service}.api.{tag}.{operation.get('operationId')}"


def facts(document: Document) -> Facts:
    """Return what a description states, in words, by what it states it of."""
    found: Facts = {}
    for path, method, operation in operations(document):
        found["route", path, method] = ""
        for given in operation.get("parameters", []):
            parameter = resolve(document, given["$ref"]) if "$ref" in given else given
            need = "required" if parameter.get("required") else "optional"
            found["parameter", path, method, parameter["in"], parameter["name"]] = (
                f"{need}, {shape(document, parameter.get('schema', {}))}"
            )
        for kind, content in operation.get("requestBody", {}).get("content", {}).items():
            found["body", path, method, kind] = shape(document, content.get("schema", {}))
        for status_, given in operation["responses"].items():
            response = resolve(document, given["$ref"]) if "$ref" in given else given
            for kind, content in response.get("content", {"": {}}).items():
                words = shape(document, content["schema"]) if "schema" in content else "no body"
                found["answer", path, method, status_, kind] = words
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        fields = schema.get("properties", {})
        found["schema", name] = "an object of fields" if fields else shape(document, schema)
        for key, value in fields.items():
            always = "always" if key in schema.get("required", []) else "perhaps"
            found["field", name, key] = f"{always}, {shape(document, value)}"
    return found


def shape(document: Document, schema: Document) -> str:
    """Say in words what a schema takes."""
    more = "".join(f", {key} {json.dumps(schema[key])}" for key in CONSTRAINTS if key in schema)
    match schema:
        case {"$ref": str(reference)}:
            name = reference.rsplit("/", 1)[1]
            target = document.get("components", {}).get("schemas", {}).get(name)
            if target is None or target.keys() & {"properties", "allOf", "anyOf"}:
                return name
            return shape(document, target)
        case {"enum": list(values)}:
            return "one of " + ", ".join(map(str, values)) + more
        case {"anyOf": list(members)} | {"oneOf": list(members)}:
            return " or ".join(shape(document, member) for member in members) + more
        case {"allOf": list(members)}:
            return " and ".join(shape(document, member) for member in members)
        case {"type": "array"}:
            return f"array of {shape(document, schema.get('items', {}))}{more}"
        case {"type": list(types)}:
            return " or ".join(shape(document, {**schema, "type": one}) for one in types)
        case {"type": str(one)}:
            return one + more
    return "anything" + more


def different(old: Facts, new: Facts) -> Iterator[Key]:
    """Yield what differs; what belongs to a route or schema that came or went is not told apart."""
    whole = {key for key in old.keys() ^ new.keys() if key[0] in {"route", "schema"}}
    for key in old.keys() | new.keys():
        part_of = ("schema", key[1]) if key[0] == "field" else ("route", *key[1:3])
        if old.get(key) != new.get(key) and (key in whole or part_of not in whole):
            yield key


def change(key: Key, old: Facts, new: Facts) -> str:
    """Say what happened to a fact."""
    match key:
        case ("route", path, method):
            name = f"route {method.upper()} {path}"
        case ("parameter", path, method, place, parameter):
            name = f"{place} parameter {parameter} of {method.upper()} {path}"
        case ("body", path, method, _):
            name = f"body of {method.upper()} {path}"
        case ("answer", path, method, status_, kind):
            name = " ".join(filter(None, ["answer", status_, kind, "of", method.upper(), path]))
        case ("field", schema, field):
            name = f"field {schema}.{field}"
        case (kind, *rest):
            name = f"{kind} {'.'.join(rest)}"
    if key not in new:
        return f"{name} went{words(old[key])}{like(key, old, new, 'perhaps it is now')}"
    if key not in old:
        return f"{name} came{words(new[key])}{like(key, new, old, 'perhaps it was')}"
    return f"{name} changed: {old[key]} -> {new[key]}"


def words(fact: str) -> str:
    """Put what was said in brackets, if there was anything."""
    return f" ({fact})" if fact else ""


def like(key: Key, here: Facts, there: Facts, saying: str) -> str:
    """Name the one other thing that can be the same by another name, if there is just one."""
    found = [
        other[-1]
        for other, fact in there.items()
        if other[:-1] == key[:-1] and other not in here and fact == here[key]
    ]
    return f"; {saying} {found[0]}" if len(found) == 1 and key[0] in {"field", "parameter"} else ""


def extending(document: Document, name: str) -> set[str]:
    """Return a schema and those that extend it."""
    schemas: Document = document["components"]["schemas"]
    found = {name}
    for other, schema in schemas.items():
        parts = [part.get("$ref", "").rsplit("/", 1)[-1] for part in schema.get("allOf", [])]
        if name in parts:
            found |= extending(document, other)
    return found


def reached(document: Document, value: Any) -> set[str]:
    """Return the names of the schemas that a value refers to, directly or not."""
    found: set[str] = set()
    waiting = list(published.references(value))
    while waiting:
        reference = waiting.pop()
        kind, name = reference.split("/")[-2:]
        target = document["components"].get(kind, {}).get(name)
        if reference not in found and target is not None:
            found.add(reference)
            waiting += published.references(target)
    return {reference.rsplit("/", 1)[1] for reference in found if "/schemas/" in reference}
