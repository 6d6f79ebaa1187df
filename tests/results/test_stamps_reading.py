"""Alert packets and cutouts: whole ones are read exactly, broken ones are refused by our errors."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alerce import Alerce
from alerce.exceptions import APIError, CandidError, InvalidResponseError, ServerError
from alerce.results import stamps
from alerce.results.stamps import AlertPacket, gunzipped, open_packet
from tests.conftest import Answer, ScriptedServer
from tests.packets import CANDID, FIELDS, OID, cutouts, fits, fits_file, image, packet

WHOLE = packet()
FILE = fits_file(image())


def opened(science: Any) -> AlertPacket:
    """Return an opened packet with something for a science cutout."""
    record: dict[str, Any] = {field: {"stampData": FILE} for field in FIELDS}
    return AlertPacket(b"", record | {FIELDS[0]: science, "objectId": OID, "candid": CANDID})


def replaced(card: str, by: str) -> bytes:
    """Return a FITS file with one value of its header replaced."""
    assert FILE.count(card.encode()) == 1
    return FILE.replace(card.encode(), by.ljust(len(card)).encode())


@pytest.fixture
def packet_server(server: ScriptedServer) -> ScriptedServer:
    server.will(Answer(body=WHOLE, headers={"content-type": "app/avro+binary"}))
    return server


def test_the_images_come_as_the_packet_holds_them(
    packet_server: ScriptedServer, scripted: Alerce
) -> None:
    found = scripted.get_stamps(OID, CANDID, format="numpy")
    for array, value in zip(found, (0, 100, 200), strict=True):
        np.testing.assert_array_equal(array, image(value, nan=True))
        assert array.dtype == np.float32
        assert array.dtype.isnative


def test_one_request_gets_all_three_images(packet_server: ScriptedServer, scripted: Alerce) -> None:
    scripted.get_stamps(OID, CANDID)
    assert packet_server.targets == [f"/get_avro?candid={CANDID}&oid={OID}"]


@pytest.mark.parametrize("format", ["HDUList", "hdulist", "HDULIST"])
def test_the_fits_file_is_named_and_labelled(
    format: str, packet_server: ScriptedServer, scripted: Alerce
) -> None:
    asker: Any = scripted
    hdus = asker.get_stamps(OID, CANDID, format)
    assert [hdu.name for hdu in hdus] == ["SCIENCE", "TEMPLATE", "DIFFERENCE"]
    for number, name in enumerate(("SCIENCE", "TEMPLATE", "DIFFERENCE")):
        assert hdus[name] is hdus[number]
        assert hdus[name].header["STAMP_TYPE"] == name.lower()
        assert hdus[name].header["OBJECT"] == OID
        assert hdus[name].header["CANDID"] == str(CANDID)
        assert hdus[name].header["BUNIT"] == "DN"
        np.testing.assert_array_equal(hdus[name].data, image(100 * number, nan=True))


def test_the_fits_file_can_be_written_and_read_back(
    packet_server: ScriptedServer, scripted: Alerce
) -> None:
    content = io.BytesIO()
    written: Any = scripted.get_stamps(OID, CANDID)
    written.writeto(content, output_verify="exception")
    with fits.open(io.BytesIO(content.getvalue())) as read:
        np.testing.assert_array_equal(read["TEMPLATE"].data, image(100, nan=True))


def test_the_packet_comes_byte_for_byte(packet_server: ScriptedServer, scripted: Alerce) -> None:
    assert scripted.get_avro(OID, str(CANDID)) == WHOLE


def test_cutouts_that_are_not_gzip_are_read_too(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(body=packet([FILE] * 3)))
    found = scripted.get_stamps(OID, CANDID, format="numpy")
    np.testing.assert_array_equal(found[0], image())


@pytest.mark.parametrize("number", range(3))
def test_a_missing_cutout_is_named(number: int, server: ScriptedServer, scripted: Alerce) -> None:
    stamps = cutouts()
    stamps[number] = None
    server.will(Answer(body=packet(stamps)))
    name = ("science", "template", "difference")[number]
    with pytest.raises(CandidError, match=f"alert {CANDID}: .* no {name} cutout"):
        scripted.get_stamps(OID, CANDID)


def test_a_packet_without_a_cutout_is_still_a_packet(
    server: ScriptedServer, scripted: Alerce
) -> None:
    content = packet([None] * 3)
    server.will(Answer(body=content))
    assert scripted.get_avro(OID, CANDID) == content


def test_a_packet_of_another_object_is_refused(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(body=packet(oid="ZTF99other")))
    with pytest.raises(CandidError, match="belongs to object ZTF99other"):
        scripted.get_avro(OID, CANDID)


@pytest.mark.parametrize("body", [b"null", b"", b" null\n"])
def test_an_answer_of_nothing_is_no_packet(
    body: bytes, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=body))
    with pytest.raises(CandidError, match="no packet") as raised:
        scripted.get_avro(OID, CANDID)
    assert raised.value.response is not None


@pytest.mark.parametrize("body", [b"<html>", b"Obj", b'{"a": 1}', b"\x1f\x8b", b"Obj\x02" + WHOLE])
def test_what_is_no_packet_is_refused(
    body: bytes, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=body))
    with pytest.raises(InvalidResponseError, match=f"alert {CANDID} of object {OID}: not an alert"):
        scripted.get_avro(OID, CANDID)


@pytest.mark.parametrize("records", [0, 2])
def test_a_packet_of_other_than_one_record_is_refused(records: int) -> None:
    with pytest.raises(InvalidResponseError, match=f"of {records} records"):
        open_packet(packet(records=records), "alert 1")


@given(length=st.integers(4, len(WHOLE) - 1))
def test_a_packet_cut_off_anywhere_is_refused(length: int) -> None:
    with pytest.raises(InvalidResponseError, match="alert 1: "):
        open_packet(WHOLE[:length], "alert 1")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    damage=st.dictionaries(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), min_size=1),
)
def test_a_damaged_packet_is_read_or_refused_by_our_error(damage: dict[int, int]) -> None:
    content = bytearray(WHOLE)
    for place, byte in damage.items():
        content[place] = byte
    with contextlib.suppress(APIError):
        open_packet(bytes(content), "alert 1").images()


header_bytes = st.sampled_from(b"0123456789 ='-+.TFNAXISEND\x00\xff")


@settings(deadline=None)
@given(damage=st.dictionaries(st.integers(0, 600), header_bytes, min_size=1, max_size=6))
def test_a_damaged_fits_header_is_read_or_refused_by_our_error(damage: dict[int, int]) -> None:
    content = bytearray(FILE)
    for place, byte in damage.items():
        content[place] = byte
    with contextlib.suppress(APIError):
        opened({"stampData": bytes(content)}).stamps()


BROKEN: dict[str, object] = {
    "text": b"hello",
    "an empty gzip file": gzip.compress(b""),
    "another compression": bz2.compress(FILE),
    "gzip in gzip": gzip.compress(gzip.compress(FILE)),
    "gzip cut off": gzip.compress(FILE)[:-9],
    "gzip with a wrong checksum": gzip.compress(FILE)[:-8] + bytes(8),
    "gzip with a wrong body": gzip.compress(FILE)[:20] + b"\xff" * 50,
    "only the first bytes of gzip": b"\x1f\x8b",
    "a header cut off": FILE[:1000],
    "data cut off": FILE[:5000],
    "an image that is too large": replaced(
        "NAXIS1  =                   63", "NAXIS1  = 4000000000"
    ),
    "an image of negative size": replaced("NAXIS1  =                   63", "NAXIS1  = -63"),
    "an unknown kind of number": replaced("BITPIX  =                  -32", "BITPIX  = -33"),
    "no image": fits_file(None),
    "a cube": fits_file(np.zeros((2, 3, 4), np.float32)),
    "a row": fits_file(np.zeros(4, np.float32)),
    "a text for bytes": "abc",
    "a number for bytes": 5,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_cutout_is_refused_by_its_name(name: str) -> None:
    found = opened({"stampData": BROKEN[name]})
    with pytest.raises(InvalidResponseError, match=f"science cutout of alert {CANDID}: "):
        found.stamps()


@pytest.mark.parametrize("cutout", [{}, {"stampData": None}, {"stampData": b""}, None, b""])
def test_an_empty_cutout_is_a_missing_one(cutout: object) -> None:
    with pytest.raises(CandidError, match="no science cutout"):
        opened(cutout).images()


def test_a_cutout_without_its_record_is_read() -> None:
    np.testing.assert_array_equal(opened(FILE).images()[0], image())


def test_gzip_is_unpacked_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "MOST_CUTOUT_BYTES", 1000)
    with pytest.raises(InvalidResponseError, match="longer than any stamp"):
        gunzipped(gzip.compress(bytes(1_000_000)), "alert 1")


def test_gzip_just_within_the_bound_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "MOST_CUTOUT_BYTES", 1000)
    assert gunzipped(gzip.compress(bytes(999)), "alert 1") == bytes(999)


def test_gzip_that_lies_about_its_length_is_refused() -> None:
    content = gzip.compress(FILE)
    lie = content[:-4] + struct.pack("<I", len(FILE) + 1)
    with pytest.raises(InvalidResponseError, match="broken gzip"):
        gunzipped(lie, "alert 1")


def test_what_follows_the_gzip_content_does_not_count() -> None:
    assert gunzipped(gzip.compress(b"abc") + b"more", "alert 1") == b"abc"


def test_what_is_not_gzip_stays_as_it_is() -> None:
    content = zlib.compress(FILE)
    assert gunzipped(content, "alert 1") is content


def test_the_first_detection_with_a_stamp_is_taken_when_none_is_named(
    server: ScriptedServer, scripted: Alerce
) -> None:
    detections = (
        b'[{"candid": "1", "has_stamp": false}, {"candid": "576161491515015015",'
        b' "has_stamp": true}, {"candid": "3", "has_stamp": true}]'
    )
    server.will(Answer(body=detections), Answer(body=WHOLE))
    assert scripted.get_avro(OID) == WHOLE
    assert server.targets[1] == f"/get_avro?candid={CANDID}&oid={OID}"


@pytest.mark.parametrize("body", [b"[]", b'[{"candid": "1", "has_stamp": false}]', b"[{}]"])
def test_an_object_without_stamps_has_none_to_take(
    body: bytes, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=body))
    with pytest.raises(CandidError, match=f"object {OID}: no detection"):
        scripted.get_stamps(OID)
    assert len(server.targets) == 1


def test_a_detection_without_its_identifier_is_refused(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=b'[{"has_stamp": true}]'))
    with pytest.raises(APIError, match="candid"):
        scripted.get_stamps(OID)


def test_a_null_cutout_in_the_sandbox_is_an_error_of_the_alert(client: Alerce) -> None:
    with pytest.raises(CandidError, match=r"no .* cutout"):
        client.get_stamps("ZTF99oddnull")


def test_a_broken_packet_in_the_sandbox_is_an_error_of_the_service(client: Alerce) -> None:
    with pytest.raises((InvalidResponseError, ServerError)):
        client.get_avro("ZTF99oddbroken")
