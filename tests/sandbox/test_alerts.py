"""Alert packets from a folder, here packets of the sandbox's own making."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from alerce.sandbox import Sandbox
from tests.conftest import SHARED
from tests.sandbox.conftest import Wire

OID = "ZTF18abkifng"


@pytest.fixture(scope="module")
def folder(wire: Wire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every other alert of one supernova."""
    made = tmp_path_factory.mktemp("alerts")
    rows = wire.ztf(f"/objects/{OID}/detections").json()
    for row in [row for row in rows if row["has_stamp"]][::2]:
        packet = wire.avro(f"/get_avro?candid={row['candid']}").content
        (made / f"{row['candid']}.avro").write_bytes(packet)
    return made


@pytest.fixture(scope="module")
def kept(folder: Path) -> Iterator[Wire]:
    with Sandbox(alerts=folder) as sandbox, httpx.Client(timeout=20) as http:
        yield Wire(sandbox, http)


def test_light_curve_comes_back_from_packets_and_their_history(wire: Wire, kept: Wire) -> None:
    def times(on: Wire, part: str) -> list[float]:
        return [round(row["mjd"], 4) for row in on.ztf(f"/objects/{OID}/{part}").json()]

    last = times(kept, "detections")[-1]
    assert times(kept, "detections") == [mjd for mjd in times(wire, "detections") if mjd <= last]
    assert set(times(kept, "non_detections")) <= set(times(wire, "non_detections"))
    assert len(times(kept, "non_detections")) > 5


def test_detections_from_history_have_a_parent_and_no_packet(kept: Wire) -> None:
    rows = kept.ztf(f"/objects/{OID}/detections").json()
    without = [row for row in rows if not row["has_stamp"]]
    assert without
    owners = {int(row["candid"]) for row in rows if row["has_stamp"]}
    for row in without:
        assert row["parent_candid"] in owners
    assert kept.avro(f"/get_avro?candid={without[0]['candid']}").status_code == 404


def test_packets_byte_for_byte(kept: Wire, folder: Path) -> None:
    for path in folder.glob("*.avro"):
        assert kept.avro(f"/get_avro?candid={path.stem}").content == path.read_bytes()


def test_object_and_label(kept: Wire) -> None:
    answer = kept.ztf(f"/objects/{OID}")
    assert answer.headers["x-alerce-sandbox"] == "alerts"
    about = answer.json()
    assert about["meanra"] == pytest.approx(247.260043, abs=1e-3)
    assert about["ndethist"].isdigit()
    assert kept.ztf("/objects/?classifier=sandbox_rule").json()["items"][0]["class"] == "SN"
    assert kept.catshtm("/conesearch_all?ra=1&dec=1&radius=1").json() == {"catalogs": []}
    assert kept.catshtm("/conesearch?catalog=GAIADR1&ra=1&dec=1&radius=1").json() == {}


def test_folder_without_packets(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no alert packets"):
        Sandbox(alerts=tmp_path).start()


def test_unreadable_packet(tmp_path: Path) -> None:
    (tmp_path / "1.avro").write_bytes(b"Obj\x01 and no more")
    with pytest.raises(ValueError, match="broken alert packet"):
        Sandbox(alerts=tmp_path).start()


def test_the_photometry_of_real_packets_is_corrected_by_the_formulas() -> None:
    packets = SHARED / "data" / "alerts"
    if not packets.exists():
        pytest.skip("the real packets are not here")
    corrected = 0
    with Sandbox(alerts=packets) as sandbox, httpx.Client(timeout=20) as http:
        wire = Wire(sandbox, http)
        for listed in wire.ztf("/objects/").json()["items"]:
            for row in wire.ztf(f"/objects/{listed['oid']}/detections").json():
                if row.get("magpsf_corr") in (None, 100.0):
                    continue
                corrected += 1
                ratio = 10 ** (-0.4 * (row["magpsf"] - row["magpsf_corr"]))
                assert row["sigmapsf_corr_ext"] == pytest.approx(ratio * row["sigmapsf"], rel=1e-6)
                if row["sigmapsf_corr"] != 100.0:
                    assert row["sigmapsf_corr"] < row["sigmapsf_corr_ext"]
    assert corrected > 0
