"""The stamp service's traps, one a test."""

import gzip
import io
import json
import warnings
import zlib
from importlib import import_module
from typing import Any, cast

import fastavro
import numpy as np
import numpy.typing as npt
import pytest

from alerce.sandbox import stamps, synthetic
from tests.sandbox.conftest import Wire

# Any: astropy has no types to speak of.
fits: Any = import_module("astropy.io.fits")

CANDID = 576161491515015015


def candid_of(wire: Wire, oid: str, has_stamp: bool = True) -> int:
    answer = wire.sql(
        f"select candid from detection where oid = '{oid}' and has_stamp = {int(has_stamp)} limit 1"  # noqa: S608 - ours
    )
    return int(answer.text.split()[1])


def image(content: bytes) -> npt.NDArray[np.float32]:
    with warnings.catch_warnings():
        # The header's SIMPLE card is not in the fixed format, on the real wire too.
        warnings.simplefilter("ignore")
        with fits.open(io.BytesIO(content)) as hdus:
            assert len(hdus) == 1
            assert hdus[0].header["BUNIT"] == "DN"
            assert "CTYPE1" not in hdus[0].header
            return np.array(hdus[0].data)


def packet(wire: Wire, candid: int) -> dict[str, Any]:
    answer = wire.avro(f"/get_avro?candid={candid}")
    assert answer.headers["content-type"] == "app/avro+binary"
    (record,) = fastavro.reader(io.BytesIO(answer.content))
    return cast("dict[str, Any]", record)


@pytest.mark.parametrize("kind", ["science", "template", "difference"])
def test_fits_is_gzip_without_content_encoding(wire: Wire, kind: str) -> None:
    answer = wire.avro(f"/get_stamp?oid=ZTF18abkifng&candid={CANDID}&type={kind}&format=fits")
    assert answer.status_code == 200
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "application/fits+gzip"
    name = f"ZTF18abkifng_{CANDID}_{kind}.fits.gz"
    assert answer.headers["content-disposition"] == f"attachment; filename={name}"
    assert answer.content[:2] == b"\x1f\x8b"
    pixels = image(gzip.decompress(answer.content))
    assert pixels.shape == (63, 63)
    assert pixels.dtype == np.dtype(">f4")


def test_simple_is_not_in_fixed_format(wire: Wire) -> None:
    content = wire.avro(f"/get_stamp?candid={CANDID}&type=science&format=fits").content
    assert gzip.decompress(content).startswith(b"SIMPLE  =  T   ")


def test_some_fits_bodies_are_not_gzip(wire: Wire) -> None:
    query = f"candid={stamps.ATLAS_CANDID}&format=fits&survey_id=atlas"
    answer = wire.avro(f"/get_stamp?{query}&type=science")
    assert answer.headers["content-type"] == "application/fits+gzip"
    assert image(answer.content).shape == (63, 63)
    assert wire.avro(f"/get_stamp?{query}&type=template").status_code == 500


def test_one_packet_holds_all_three_stamps(wire: Wire) -> None:
    record = packet(wire, CANDID)
    images: dict[str, npt.NDArray[np.float32]] = {}
    for kind in ("science", "template", "difference"):
        cutout = record["cutout" + kind.capitalize()]["stampData"]
        sent = wire.avro(f"/get_stamp?candid={CANDID}&type={kind}&format=fits").content
        assert cutout == sent
        images[kind] = image(gzip.decompress(sent))
    difference = images["science"] - images["template"]
    np.testing.assert_allclose(images["difference"], difference, atol=0.01)
    # The supernova is in the middle of what is left over.
    row, column = np.unravel_index(np.argmax(images["difference"]), (63, 63))
    assert max(abs(int(row) - 31), abs(int(column) - 31)) <= 1


def test_packet_is_labelled_and_complete(wire: Wire) -> None:
    record = packet(wire, CANDID)
    assert record["publisher"] == "ALeRCE sandbox (synthetic)"
    assert record["objectId"] == "ZTF18abkifng"
    assert record["candid"] == CANDID == record["candidate"]["candid"]
    rows = wire.ztf("/objects/ZTF18abkifng/detections").json()
    (row,) = [row for row in rows if row["candid"] == str(CANDID)]
    assert record["candidate"]["jd"] - 2400000.5 == pytest.approx(row["mjd"], abs=1e-6)
    assert record["candidate"]["magpsf"] == pytest.approx(row["magpsf"], abs=1e-4)
    assert len(record["candidate"]) > 100
    history = record["prv_candidates"]
    assert any(entry["candid"] is None for entry in history)
    assert all(0 <= record["candidate"]["jd"] - entry["jd"] < 30 for entry in history)


def test_nan_pixels_at_an_edge(wire: Wire) -> None:
    found = wire.sql("select oid, max(candid) from detection where has_stamp group by oid").text
    edges = 0
    for line in found.splitlines()[1:60]:
        record = packet(wire, int(line.split(",")[1]))
        if record["objectId"] == synthetic.BROKEN or record["cutoutScience"] is None:
            continue
        pixels = image(gzip.decompress(record["cutoutScience"]["stampData"]))
        edges += bool(np.isnan(pixels).any())
        assert np.isfinite(pixels).any()
    assert edges > 0


def test_png(wire: Wire) -> None:
    answer = wire.avro(f"/get_stamp?candid={CANDID}&type=science&format=png")
    assert answer.headers["content-type"] == "image/png"
    content = answer.content
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert content[16:26] == (389).to_bytes(4, "big") * 2 + b"\x08\x06"
    length = int.from_bytes(content[33:37], "big")
    assert len(zlib.decompress(content[41 : 41 + length])) == 389 * (1 + 4 * 389)


def test_info_has_no_cutouts_and_candid_twice(wire: Wire) -> None:
    info = wire.avro(f"/get_avro_info?candid={CANDID}&oid=ZTF18abkifng").json()
    assert list(info) == [
        "candid", "candidate", "objectId", "prv_candidates", "publisher", "schemavsn",
    ]  # fmt: skip
    assert info["candid"] == CANDID
    assert info["candidate"]["candid"] == str(CANDID)


def test_info_has_bare_nan(wire: Wire) -> None:
    rows = wire.ztf(f"/objects/{synthetic.NOT_A_NUMBER}/detections").json()
    (odd,) = [row for row in rows if row["magpsf"] != row["magpsf"]]
    answer = wire.avro(f"/get_avro_info?candid={odd['candid']}")
    assert answer.status_code == 200
    with pytest.raises(ValueError, match="NaN"):
        json.loads(answer.text, parse_constant=lambda name: float(name + "!"))


@pytest.mark.parametrize("route", ["get_stamp", "get_avro", "get_avro_info"])
@pytest.mark.parametrize("candid", ["123", "abc", f"{CANDID}.0", "-1", "9" * 30])
def test_unknown_candid_is_not_found(wire: Wire, route: str, candid: str) -> None:
    answer = wire.avro(f"/{route}?candid={candid}&type=science&format=fits")
    assert answer.status_code == 404
    assert answer.json()["message"].startswith("AVRO not found. You have requested this URI [/")


def test_detection_without_a_stamp_has_no_packet(wire: Wire) -> None:
    candid = candid_of(wire, "ZTF18abkifng", has_stamp=False)
    assert wire.avro(f"/get_avro?candid={candid}").status_code == 404
    rows = wire.ztf(f"/objects/{synthetic.STAMPLESS}/detections").json()
    assert rows
    assert not any(row["has_stamp"] for row in rows)


def test_null_cutout(wire: Wire) -> None:
    candid = candid_of(wire, synthetic.NULL_CUTOUT)
    path = f"/get_stamp?candid={candid}&format=fits&type="
    assert packet(wire, candid)["cutoutTemplate"] is None
    assert wire.avro(path + "science").status_code == 200
    answer = wire.avro(path + "template")
    assert (answer.status_code, answer.text) == (500, '{"message": "Internal Server Error"}\n')
    assert wire.avro(f"/get_avro_info?candid={candid}").status_code == 200


def test_broken_packet_is_handed_out_with_200(wire: Wire) -> None:
    candid = candid_of(wire, synthetic.BROKEN)
    answer = wire.avro(f"/get_avro?candid={candid}")
    assert answer.status_code == 200
    with pytest.raises((EOFError, ValueError, IndexError)):
        list(fastavro.reader(io.BytesIO(answer.content)))
    assert wire.avro(f"/get_avro_info?candid={candid}").status_code == 500
    stamp = wire.avro(f"/get_stamp?candid={candid}&type=science&format=png")
    assert (stamp.status_code, stamp.json()) == (500, {"message": "Internal Server Error"})


@pytest.mark.parametrize("route", ["get_stamp", "get_avro", "get_avro_info"])
def test_absent_atlas_is_null_with_200(wire: Wire, route: str) -> None:
    answer = wire.avro(f"/{route}?candid={CANDID}&type=science&format=fits&survey_id=atlas")
    assert (answer.status_code, answer.text) == (200, "null")
    assert answer.headers["content-type"] == "application/json"


def test_oid_is_not_checked(wire: Wire) -> None:
    answer = wire.avro(f"/get_stamp?oid=ZTF99zzzzzzz&candid={CANDID}&type=science&format=fits")
    assert answer.status_code == 200
    assert f"ZTF99zzzzzzz_{CANDID}" in answer.headers["content-disposition"]


MISSING = (
    "Alert id Missing required parameter in the JSON body or the post body or the query string"
)


@pytest.mark.parametrize(
    ("target", "parameter", "text"),
    [
        ("/get_avro", "candid", MISSING),
        ("/get_stamp?candid=1&type=Science&format=fits", "type", "Stamp type The value 'Science' is not a valid choice for 'type'."),
        ("/get_stamp?candid=1&type=science&format=jpg", "format", "Stamp type The value 'jpg' is not a valid choice for 'format'."),
        ("/get_avro?candid=1&survey_id=lsst", "survey_id", "Survey ID The value 'lsst' is not a valid choice for 'survey_id'."),
    ],
)  # fmt: skip
def test_bad_parameters(wire: Wire, target: str, parameter: str, text: str) -> None:
    answer = wire.avro(target)
    assert answer.status_code == 400
    assert answer.json()["errors"] == {parameter: text}


def test_unknown_path_is_html(wire: Wire) -> None:
    answer = wire.avro(f"/get_stamp/?candid={CANDID}&type=science&format=fits")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith("<!DOCTYPE HTML PUBLIC")
