"""The stamp and alert-packet service."""

import json
from typing import ClassVar

from starlette.responses import Response

from alerce.sandbox import cutouts, packets
from alerce.sandbox.answers import (
    NOT_FOUND,
    OLD,
    Call,
    Refusal,
    RouteHelp,
    bare_server_error,
    error_page,
    invalid,
    message,
    raw_json,
)
from alerce.sandbox.store import Store, Value

HELP = RouteHelp(["/get_stamp", "/get_avro", "/get_avro_info"])
MISSING = "Missing required parameter in the JSON body or the post body or the query string"
KINDS = ("science", "template", "difference")
FORMATS = ("fits", "png")
SURVEYS = ("ztf", "atlas")

# The one ATLAS alert here: its FITS stamps are not gzip, and there is no template.
ATLAS_CANDID = "01a60123o0456o7890"


class StampService:
    """Answers under ``/avro``.

    Parameters
    ----------
    store : Store
        The data served.
    null_template, broken : str
        Objects whose alerts lack the template, and whose packets are cut short.
    """

    name: ClassVar[str] = "avro"
    prefix: ClassVar[str] = "/avro"
    one_at_a_time: ClassVar[bool] = False

    def __init__(self, store: Store, null_template: str, broken: str) -> None:
        self._store = store
        self._maker = packets.PacketMaker(store, null_template)
        self._broken = broken

    def answer(self, call: Call) -> Response:
        """Route one call."""
        routes = {
            "/get_stamp": self._stamp,
            "/get_avro": self._avro,
            "/get_avro_info": self._info,
        }
        handler = routes.get(call.path)
        if handler is None:
            return error_page(OLD, 404, "Not Found", NOT_FOUND)
        if call.method not in ("GET", "HEAD"):
            return message("The method is not allowed for the requested URL.", 405)
        try:
            return handler(call)
        except Refusal as refusal:
            return refusal.response

    def _arguments(self, call: Call) -> tuple[str, str]:
        candid = call.value("candid")
        if candid is None:
            raise invalid("candid", f"Alert id {MISSING}")
        return candid, _choice(call, "survey_id", SURVEYS, "Survey ID", "ztf")

    def _row(self, candid: str) -> dict[str, Value] | None:
        # As text to the letter: "123.0" and " 123" are other names.
        if not candid.isascii() or not candid.isdigit() or len(candid) > 19:
            return None
        if int(candid) > 2**63 - 1 or str(int(candid)) != candid:
            return None
        rows = self._store.rows(
            "SELECT * FROM detection WHERE candid = :candid AND has_stamp", {"candid": int(candid)}
        )
        return rows[0] if rows else None

    def _packet(self, call: Call, candid: str) -> bytes:
        row = self._row(candid)
        if row is None:
            raise Refusal(message(HELP("AVRO not found", call.path), 404))
        kept = self._store.rows(
            "SELECT content FROM packet WHERE candid = :candid", {"candid": int(candid)}
        )
        if kept:
            content = kept[0]["content"]
            assert isinstance(content, bytes)  # noqa: S101 - a BLOB column
            return content
        packet = self._maker.packet(row)
        return packet[: len(packet) // 2] if row["oid"] == self._broken else packet

    def _record(self, call: Call, candid: str) -> dict[str, object]:
        try:
            return packets.read(self._packet(call, candid))
        except ValueError as error:
            raise Refusal(bare_server_error()) from error

    def _stamp(self, call: Call) -> Response:
        candid, survey = self._arguments(call)
        kind = _choice(call, "type", KINDS, "Stamp type")
        form = _choice(call, "format", FORMATS, "Stamp type")
        if survey == "atlas":
            if candid != ATLAS_CANDID:
                return raw_json("null")
            content = _atlas(kind)
        else:
            content = packets.stamp(self._record(call, candid), kind)
        if content is None:
            return bare_server_error()
        oid = call.value("oid")
        stem = f"{oid}_{candid}_{kind}" if oid else f"{candid}_{kind}"
        if form == "png":
            return _file(cutouts.png(cutouts.read_fits(content)), f"{stem}.png", "image/png")
        return _file(content, f"{stem}.fits.gz", "application/fits+gzip")

    def _avro(self, call: Call) -> Response:
        candid, survey = self._arguments(call)
        if survey == "atlas":
            return raw_json("null")
        return _file(self._packet(call, candid), f"{candid}.avro", "app/avro+binary")

    def _info(self, call: Call) -> Response:
        candid, survey = self._arguments(call)
        if survey == "atlas":
            return raw_json("null")
        record = self._record(call, candid)
        for name in packets.CUTOUTS.values():
            del record[name]
        candidate = packets.mapping(record["candidate"])
        record["candidate"] = {**candidate, "candid": str(candidate["candid"])}
        return raw_json(json.dumps(record, sort_keys=True))


def _atlas(kind: str) -> bytes | None:
    if kind == "template":
        return None
    scene = cutouts.Scene(ATLAS_CANDID, 60123, "SNIa", 0.0, 400.0, 19.5, 0)
    images = cutouts.triplet(scene)
    return cutouts.fits(images[KINDS.index(kind)])


def _choice(
    call: Call, name: str, choices: tuple[str, ...], text: str, default: str | None = None
) -> str:
    value = call.value(name)
    if value is None:
        if default is None:
            raise invalid(name, f"{text} {MISSING}")
        return default
    if value not in choices:
        raise invalid(name, f"{text} The value '{value}' is not a valid choice for '{name}'.")
    return value


def _file(content: bytes, name: str, content_type: str) -> Response:
    # gzip without Content-Encoding: no HTTP library unpacks it.
    response = Response(content)
    response.headers["content-type"] = content_type
    response.headers["content-disposition"] = f"attachment; filename={name}"
    response.headers["cache-control"] = "no-cache"
    return response
