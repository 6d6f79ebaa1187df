"""The pitfalls of the stamp service, and how the client handles each.

They are numbered in the order of the notes on the service's real answers: 1 to
5 are about answers, 6 to 11 about errors. Each test names its number.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from alerce_api.stamps.api.stamps import get_stamp
from alerce_api.stamps.client import Client as StampsClient

from alerce import Alerce, _untyped
from alerce.exceptions import (
    ArgumentError,
    CandidError,
    InvalidResponseError,
    ObjectNotFoundError,
    ParseError,
    RouteError,
    ServerError,
)
from alerce.sandbox import Sandbox
from alerce.types import StampFormat
from tests.conftest import Answer, ScriptedServer

pytestmark = pytest.mark.both_faces

OID = "ZTF18abkifng"
CANDID = 576161491515015015
WITHOUT_STAMPS = "ZTF99oddnostamp"
WITHOUT_TEMPLATE = "ZTF99oddnull"
BROKEN = "ZTF99oddbroken"

fits = _untyped.module("astropy.io.fits")
fastavro = _untyped.module("fastavro")
FITS_BLOCK = 2880

NAMES = ("SCIENCE", "TEMPLATE", "DIFFERENCE")

both_formats = pytest.mark.parametrize("format", ["HDUList", "numpy"])


def read(content: bytes) -> tuple[Any, dict[str, Any]]:
    """Return the schema and the record of an alert packet."""
    packet = fastavro.reader(io.BytesIO(content))
    (record,) = packet
    return packet.writer_schema, cast("dict[str, Any]", record)


def changed(content: bytes, **fields: object) -> bytes:
    """Return an alert packet with other values in some fields."""
    schema, record = read(content)
    packet = io.BytesIO()
    fastavro.writer(packet, schema, [{**record, **fields}])
    return packet.getvalue()


def cutout(content: bytes) -> Mapping[str, object]:
    return {"fileName": "stamp.fits.gz", "stampData": content}


def images(stamps: Any) -> list[Any]:
    """Return the pixels of stamps in either format."""
    return [getattr(stamp, "data", stamp) for stamp in stamps]


@pytest.fixture(scope="module")
def packet(sandbox: Sandbox) -> bytes:
    """An alert packet of the sandbox."""
    with Alerce(**sandbox.config) as client:
        return client.get_avro(OID, CANDID)


@pytest.fixture(autouse=True)
def forget_requests(sandbox: Sandbox) -> None:
    sandbox.requests.clear()


# 1. Stamps are gzip without a content encoding, or not gzip. The client goes by the first bytes.


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["gzip", "plain"])
def test_trap_1_a_cutout_is_unpacked_if_it_is_packed(
    server: ScriptedServer, scripted: Alerce, packet: bytes, pack: Callable[[bytes], bytes]
) -> None:
    plain = gzip.decompress(read(packet)[1]["cutoutScience"]["stampData"])
    server.will(Answer(body=changed(packet, cutoutScience=cutout(pack(plain)))))
    science = images(scripted.get_stamps(OID, CANDID))[0]
    pixels = np.frombuffer(plain, ">f4", count=63 * 63, offset=FITS_BLOCK).reshape(63, 63)
    np.testing.assert_array_equal(science, pixels)


def test_trap_1_a_cutout_that_is_cut_off_is_an_error(
    server: ScriptedServer, scripted: Alerce, packet: bytes
) -> None:
    whole = read(packet)[1]["cutoutScience"]["stampData"]
    server.will(Answer(body=changed(packet, cutoutScience=cutout(whole[:-20]))))
    with pytest.raises(InvalidResponseError, match="cut off"):
        scripted.get_stamps(OID, CANDID)


# 2. The FITS headers are not in fixed format. The client returns standard headers, and
#    gives no warning (any warning fails these tests).


def test_trap_2_the_hdus_pass_the_strictest_verification(client: Alerce) -> None:
    stamps: Any = client.get_stamps(OID, CANDID)
    stamps.verify("exception")
    assert [type(hdu).__name__ for hdu in stamps] == ["PrimaryHDU", "ImageHDU", "ImageHDU"]


def test_trap_2_the_hdus_answer_to_their_names_and_numbers(client: Alerce) -> None:
    stamps: Any = client.get_stamps(OID, CANDID)
    for number, name in enumerate(NAMES):
        assert stamps[name] is stamps[number]
        assert (stamps[name].data.shape, stamps[name].data.dtype.kind) == ((63, 63), "f")
        assert stamps[name].header["BUNIT"] == "DN"


def test_trap_2_the_hdus_are_the_same_after_writing_and_reading(
    client: Alerce, tmp_path: Path
) -> None:
    stamps: Any = client.get_stamps(OID, CANDID)
    stamps.writeto(tmp_path / "stamps.fits", output_verify="exception", checksum=True)
    with fits.open(tmp_path / "stamps.fits", checksum=True) as opened:
        opened.verify("exception")
        for name in NAMES:
            np.testing.assert_array_equal(opened[name].data, stamps[name].data)
            assert opened[name].header["CANDID"] == str(CANDID)
            assert opened[name].header["OBJECT"] == OID


@both_formats
def test_trap_2_pixels_off_the_detector_stay_nan(
    server: ScriptedServer, scripted: Alerce, packet: bytes, format: StampFormat
) -> None:
    pixels = np.arange(63 * 63, dtype=">f4").reshape(63, 63)
    pixels[:5] = np.nan
    content = io.BytesIO()
    fits.PrimaryHDU(pixels).writeto(content)
    server.will(
        Answer(body=changed(packet, cutoutScience=cutout(gzip.compress(content.getvalue()))))
    )
    science = images(scripted.get_stamps(OID, CANDID, format))[0]
    np.testing.assert_array_equal(science, pixels)


# 3. A packet holds all three stamps, so that one request gets them.


@both_formats
def test_trap_3_all_stamps_come_in_one_request(
    client: Alerce, sandbox: Sandbox, format: StampFormat
) -> None:
    stamps = client.get_stamps(OID, CANDID, format)
    assert len(stamps) == 3
    (request,) = sandbox.requests
    assert request.path.endswith("/get_avro")


def test_trap_3_the_stamps_of_a_packet_are_those_of_the_stamp_route(
    client: Alerce, sandbox: Sandbox
) -> None:
    record = read(client.get_avro(OID, CANDID))[1]
    with StampsClient(base_url=f"{sandbox.url}/avro") as low_level:
        response = get_stamp.sync_detailed(
            client=low_level, candid=str(CANDID), type_="difference", format_="fits"
        )
    assert record["cutoutDifference"]["stampData"] == response.content


def test_trap_3_both_formats_hold_the_same_pixels(client: Alerce) -> None:
    pairs = zip(
        images(client.get_stamps(OID, CANDID)),
        client.get_stamps(OID, CANDID, "numpy"),
        strict=True,
    )
    for hdu, array in pairs:
        np.testing.assert_array_equal(hdu, array)


@both_formats
def test_trap_3_a_cutout_that_is_null_is_a_missing_stamp(
    client: Alerce, format: StampFormat
) -> None:
    with pytest.raises(CandidError, match="no template cutout"):
        client.get_stamps(WITHOUT_TEMPLATE, format=format)


def test_trap_3_a_packet_without_a_cutout_is_delivered_as_it_is(client: Alerce) -> None:
    record = read(client.get_avro(WITHOUT_TEMPLATE))[1]
    assert record["cutoutTemplate"] is None
    assert record["cutoutScience"] is not None


# 4. Alert identifiers are above 2**53. They are integers or text, never floats.


@pytest.mark.parametrize("form", [int, str, np.int64], ids=["int", "str", "int64"])
def test_trap_4_a_candid_is_sent_with_all_its_digits(
    client: Alerce, sandbox: Sandbox, form: Callable[[int], int]
) -> None:
    content = client.get_avro(OID, form(CANDID))
    assert dict(sandbox.requests[0].query)["candid"] == str(CANDID)
    assert read(content)[1]["candid"] == CANDID


def test_trap_4_a_float_is_refused(client: Alerce, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError, match="float loses digits"):
        client.get_avro(OID, float(CANDID))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
    assert not sandbox.requests


@pytest.mark.parametrize("wrong", ["", "12a", "1.0", "-1", "1&oid=2", "١٢٣"])
def test_trap_4_a_text_that_is_no_number_is_refused(
    client: Alerce, sandbox: Sandbox, wrong: str
) -> None:
    with pytest.raises(ArgumentError):
        client.get_avro(OID, wrong)
    assert not sandbox.requests


# 5. An alert without a stamp has no packet. Without a candid the client uses
#    the first detection that has one.


def test_trap_5_the_first_detection_with_a_stamp_is_taken(client: Alerce) -> None:
    first = next(row["candid"] for row in client.query_detections(OID) if row["has_stamp"])
    stamps: Any = client.get_stamps(OID)
    assert stamps["SCIENCE"].header["CANDID"] == first


def test_trap_5_detections_without_a_stamp_are_passed_over(
    server: ScriptedServer, scripted: Alerce, packet: bytes
) -> None:
    rows = [
        {"candid": "529430206115010015", "has_stamp": False},
        {"candid": str(CANDID), "has_stamp": True},
        {"candid": "581147251515010005", "has_stamp": True},
    ]
    server.will(Answer(body=json.dumps(rows).encode()), Answer(body=packet))
    scripted.get_avro(OID)
    assert f"candid={CANDID}&" in server.targets[1]


@both_formats
def test_trap_5_an_object_without_any_stamp_is_an_error(
    client: Alerce, format: StampFormat
) -> None:
    with pytest.raises(CandidError, match="no detection of the object has a stamp") as raised:
        client.get_stamps(WITHOUT_STAMPS, format=format)
    assert (raised.value.code, raised.value.about) == (404, f"object {WITHOUT_STAMPS}")


def test_trap_5_an_alert_without_a_stamp_is_an_error(client: Alerce) -> None:
    without = next(row["candid"] for row in client.query_detections(OID) if not row["has_stamp"])
    with pytest.raises(CandidError) as raised:
        client.get_stamps(OID, without)
    assert raised.value.about == f"alert {without} of object {OID}"


def test_trap_5_an_unknown_object_is_one(client: Alerce) -> None:
    with pytest.raises(ObjectNotFoundError) as raised:
        client.get_stamps("ZTF00unknown")
    assert raised.value.about == "object ZTF00unknown"


# 6. 400: the error names the wrong parameter in the service's own words.


def test_trap_6_a_refused_parameter_is_named(server: ScriptedServer, scripted: Alerce) -> None:
    body = {"errors": {"candid": "bad"}, "message": "Input payload validation failed"}
    server.will(Answer(400, json.dumps(body).encode()))
    with pytest.raises(ParseError, match="candid: bad") as raised:
        scripted.get_avro(OID, CANDID)
    assert raised.value.data == {"candid": "bad"}


# 7. 404: the alert does not exist or, if the body is HTML, the address does not.


def test_trap_7_an_unknown_alert_is_an_error_of_its_own(client: Alerce) -> None:
    with pytest.raises(CandidError) as raised:
        client.get_avro(OID, 1)
    assert (raised.value.code, raised.value.about) == (404, f"alert 1 of object {OID}")


def test_trap_7_a_wrong_address_is_another(sandbox: Sandbox) -> None:
    with Alerce(AVRO_URL=f"{sandbox.url}/avro/v0") as client, pytest.raises(RouteError):
        client.get_avro(OID, CANDID)


# 8. 500: the server's fault.


def test_trap_8_an_internal_error_is_the_servers(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(500, b'{"message": "Internal Server Error"}'))
    with pytest.raises(ServerError, match="Internal Server Error"):
        scripted.get_stamps(OID, CANDID)


# 9. 200 and null: there is no packet, or it is not public.


@pytest.mark.parametrize("body", [b"null", b"null\n", b""])
def test_trap_9_an_answer_of_nothing_is_a_missing_packet(
    server: ScriptedServer, scripted: Alerce, body: bytes
) -> None:
    server.will(Answer(body=body))
    with pytest.raises(CandidError, match="no packet"):
        scripted.get_avro(OID, CANDID)


# 10. The service does not check the oid against the candid, and an oid can change the
#     request. The client checks it, and escapes it.


@pytest.mark.parametrize("ask", ["get_avro", "get_stamps", "plot_stamps"])
def test_trap_10_the_alert_of_another_object_is_refused(client: Alerce, ask: str) -> None:
    with pytest.raises(CandidError, match=f"belongs to object {OID}"):
        getattr(client, ask)("ZTF18abbuksn", CANDID)


@pytest.mark.parametrize("odd", ["ZTF18abkifng&candid=1", "a=b", "a&format=png", "a#b", "a+b c"])
def test_trap_10_an_odd_oid_changes_no_request(client: Alerce, sandbox: Sandbox, odd: str) -> None:
    with pytest.raises(CandidError):
        client.get_avro(odd, CANDID)
    (request,) = sandbox.requests
    assert sorted(request.query) == [("candid", str(CANDID)), ("oid", odd)]


# 11. A broken packet comes with status 200. The client raises an error.


@pytest.mark.parametrize("ask", ["get_avro", "get_stamps"])
def test_trap_11_a_broken_packet_is_an_error(client: Alerce, ask: str) -> None:
    with pytest.raises(InvalidResponseError, match="broken alert packet"):
        getattr(client, ask)(BROKEN)


@pytest.mark.parametrize("body", [b"Obj\x01", b"<html>", b"{}", b"Obj\x01" + b"\xff" * 200])
def test_trap_11_what_is_no_packet_is_an_error(
    server: ScriptedServer, scripted: Alerce, body: bytes
) -> None:
    server.will(Answer(body=body))
    with pytest.raises(InvalidResponseError):
        scripted.get_avro(OID, CANDID)
