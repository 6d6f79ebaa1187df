"""Alert packets: Avro files of the survey's shape, made from the sandbox's rows on request."""

import hashlib
import io
import json
import math
from collections.abc import Mapping
from typing import cast

from alerce.sandbox import cutouts
from alerce.sandbox.store import Store, Value

PUBLISHER = "ALeRCE sandbox (synthetic)"
SCHEMA_VERSION = "3.3"
JD_ZERO = 2_400_000.5
CUTOUTS = {
    "science": "cutoutScience",
    "template": "cutoutTemplate",
    "difference": "cutoutDifference",
}
_SUFFIX = {"science": "sci", "template": "ref", "difference": "scimref"}

# Name and Avro type of a candidate's fields; an appended "?" allows null. A previous candidate
# has the first part of them, all but five nullable, for it can be an upper limit.
_CANDIDATE = [
    "jd:double",
    "fid:int",
    "pid:long",
    "diffmaglim:float?",
    "pdiffimfilename:string?",
    "programpi:string?",
    "programid:int",
    "candid:long",
    "isdiffpos:string",
    "tblid:long?",
    "nid:int?",
    "rcid:int?",
    "field:int?",
    "xpos:float?",
    "ypos:float?",
    "ra:double",
    "dec:double",
    "magpsf:float",
    "sigmapsf:float",
    "chipsf:float?",
    "magap:float?",
    "sigmagap:float?",
    "distnr:float?",
    "magnr:float?",
    "sigmagnr:float?",
    "chinr:float?",
    "sharpnr:float?",
    "sky:float?",
    "magdiff:float?",
    "fwhm:float?",
    "classtar:float?",
    "mindtoedge:float?",
    "magfromlim:float?",
    "seeratio:float?",
    "aimage:float?",
    "bimage:float?",
    "aimagerat:float?",
    "bimagerat:float?",
    "elong:float?",
    "nneg:int?",
    "nbad:int?",
    "rb:float?",
    "ssdistnr:float?",
    "ssmagnr:float?",
    "ssnamenr:string?",
    "sumrat:float?",
    "magapbig:float?",
    "sigmagapbig:float?",
    "ranr:double",
    "decnr:double",
]
_CANDIDATE_MORE = [
    "sgmag1:float?",
    "srmag1:float?",
    "simag1:float?",
    "szmag1:float?",
    "sgscore1:float?",
    "distpsnr1:float?",
    "ndethist:int",
    "ncovhist:int",
    "jdstarthist:double?",
    "jdendhist:double?",
    "scorr:double?",
    "tooflag:int?",
    "objectidps1:long?",
    "objectidps2:long?",
    "sgmag2:float?",
    "srmag2:float?",
    "simag2:float?",
    "szmag2:float?",
    "sgscore2:float?",
    "distpsnr2:float?",
    "objectidps3:long?",
    "sgmag3:float?",
    "srmag3:float?",
    "simag3:float?",
    "szmag3:float?",
    "sgscore3:float?",
    "distpsnr3:float?",
    "nmtchps:int",
    "rfid:long",
    "jdstartref:double",
    "jdendref:double",
    "nframesref:int",
    "rbversion:string",
    "dsnrms:float?",
    "ssnrms:float?",
    "dsdiff:float?",
    "magzpsci:float?",
    "magzpsciunc:float?",
    "magzpscirms:float?",
    "nmatches:int",
    "clrcoeff:float?",
    "clrcounc:float?",
    "zpclrcov:float?",
    "zpmed:float?",
    "clrmed:float?",
    "clrrms:float?",
    "neargaia:float?",
    "neargaiabright:float?",
    "maggaia:float?",
    "maggaiabright:float?",
    "exptime:float?",
    "drb:float?",
    "drbversion:string",
]
_ALWAYS = {"jd", "fid", "pid", "programid"}


def _fields(names: list[str], nullable: bool) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for entry in names:
        name, kind = entry.split(":")
        optional = kind.endswith("?") or (nullable and name not in _ALWAYS)
        plain = kind.rstrip("?")
        made.append(
            {"name": name, "type": [plain, "null"], "default": None}
            if optional
            else {"name": name, "type": plain}
        )
        if optional:
            made[-1]["type"] = ["null", plain]
    return made


def schema() -> dict[str, object]:
    """Return the Avro schema of the packets."""
    cutout: dict[str, object] = {
        "type": "record",
        "name": "ztf.alert.cutout",
        "fields": [{"name": "fileName", "type": "string"}, {"name": "stampData", "type": "bytes"}],
    }
    candidate = {
        "type": "record",
        "name": "ztf.alert.candidate",
        "fields": _fields(_CANDIDATE + _CANDIDATE_MORE, nullable=False),
    }
    previous = {
        "type": "record",
        "name": "ztf.alert.prv_candidate",
        "fields": _fields([*_CANDIDATE, "scorr:double?", "rbversion:string?"], nullable=True),
    }
    return {
        "type": "record",
        "name": "ztf.alert",
        "doc": "synthetic alert of the ALeRCE sandbox, of the shape of a ZTF alert",
        "fields": [
            {"name": "schemavsn", "type": "string"},
            {"name": "publisher", "type": "string"},
            {"name": "objectId", "type": "string"},
            {"name": "candid", "type": "long"},
            {"name": "candidate", "type": candidate},
            {"name": "prv_candidates", "type": ["null", {"type": "array", "items": previous}]},
            {"name": "cutoutScience", "type": ["null", cutout]},
            {"name": "cutoutTemplate", "type": ["null", "ztf.alert.cutout"]},
            {"name": "cutoutDifference", "type": ["null", "ztf.alert.cutout"]},
        ],
    }


def _float(row: Mapping[str, Value], name: str) -> float | None:
    value = row[name]
    return float(value) if isinstance(value, int | float) else None


def _shared(row: Mapping[str, Value]) -> dict[str, object]:
    """Return the fields that candidate and previous candidates take from a detection."""
    mjd = _float(row, "mjd") or 0.0
    magpsf = _float(row, "magpsf")
    limit = _float(row, "diffmaglim")
    pid = int(str(row["pid"]))
    return {
        "jd": mjd + JD_ZERO,
        "fid": row["fid"],
        "pid": pid,
        "diffmaglim": limit,
        "pdiffimfilename": f"sandbox_{pid}_scimrefdiffimg.fits",
        "programpi": "sandbox",
        "programid": 1,
        "candid": row["candid"],
        "isdiffpos": "t" if row["isdiffpos"] == 1 else "f",
        "nid": row["nid"],
        "rcid": pid // 100 % 100,
        "field": int(str(row["rfid"])) // 1_000_000 if row["rfid"] is not None else None,
        "ra": row["ra"],
        "dec": row["dec"],
        "magpsf": magpsf,
        "sigmapsf": _float(row, "sigmapsf"),
        "magap": _float(row, "magap"),
        "sigmagap": _float(row, "sigmagap"),
        "distnr": _float(row, "distnr"),
        "magfromlim": None if limit is None or magpsf is None else limit - magpsf,
        "fwhm": 2.1,
        "rb": _float(row, "rb"),
        "magapbig": _float(row, "magapbig"),
        "sigmagapbig": _float(row, "sigmagapbig"),
        "ranr": row["ra"],
        "decnr": row["dec"],
        "rbversion": str(row["rbversion"] or ""),
    }


class PacketMaker:
    """Makes the synthetic packets; each is the same whenever and wherever it is made.

    Parameters
    ----------
    store : Store
        Where the detections are.
    null_template : str
        The object whose alerts lack the template cutout.
    """

    def __init__(self, store: Store, null_template: str) -> None:
        self._store = store
        self._null_template = null_template

    def scene(self, row: Mapping[str, Value]) -> cutouts.Scene:
        """Return what the cutouts of a detection show."""
        oid = str(row["oid"])
        (found,) = self._store.rows("SELECT description FROM scene WHERE oid = :oid", {"oid": oid})
        description = json.loads(str(found["description"]))
        reference = float(description["reference"].get(str(row["fid"]), 0.0))
        magpsf = _float(row, "magpsf")
        change = 0.0 if magpsf is None or math.isnan(magpsf) else 10 ** (-0.4 * (magpsf - 25))
        # The survey's detectors end somewhere: for one object in twelve, inside the stamp.
        digest = hashlib.sha256(oid.encode()).digest()
        edge = 4 + digest[1] % 22 if digest[0] % 12 == 0 else 0
        return cutouts.Scene(
            oid,
            int(str(row["candid"])),
            str(description["kind"]),
            reference,
            change * (1 if row["isdiffpos"] == 1 else -1),
            _float(row, "diffmaglim") or 20.5,
            edge,
        )

    def record(self, row: Mapping[str, Value]) -> dict[str, object]:
        """Return the packet of a detection as a record of `schema`."""
        oid, candid = str(row["oid"]), int(str(row["candid"]))
        mjd = _float(row, "mjd") or 0.0
        (about,) = self._store.rows("SELECT * FROM object WHERE oid = :oid", {"oid": oid})
        shared = _shared(row)
        candidate: dict[str, object] = {
            **shared,
            "classtar": 0.98 if about["stellar"] else 0.4,
            "sky": 0.2,
            "nneg": 3,
            "nbad": 0,
            "ssdistnr": -999.0,
            "ssmagnr": -999.0,
            "ssnamenr": "null",
            "sgscore1": 0.95 if about["stellar"] else 0.05,
            "distpsnr1": _float(row, "distnr"),
            "ndethist": int(str(about["ndethist"])),
            "ncovhist": about["ncovhist"],
            "jdstarthist": (_float(about, "mjdstarthist") or mjd) + JD_ZERO,
            "jdendhist": mjd + JD_ZERO,
            "scorr": 1.0857 / max(_float(row, "sigmapsf") or 0.2, 1e-3),
            "tooflag": 0,
            "nmtchps": 4,
            "rfid": row["rfid"] or 0,
            "jdstartref": 2458200.5,
            "jdendref": 2458340.5,
            "nframesref": 15,
            "magzpsci": 26.2,
            "nmatches": 500,
            "exptime": 30.0,
            "drb": _float(row, "drb"),
            "drbversion": "d6_m7",
        }
        # A magnitude that is not a number has no place in a packet of this survey.
        candidate["magpsf"] = candidate["magpsf"] or math.nan
        images = cutouts.triplet(self.scene(row))
        stamps: dict[str, object] = {
            CUTOUTS[kind]: {
                "fileName": f"candid{candid}_pid{int(str(row['pid']))}_targ_{_SUFFIX[kind]}.fits.gz",
                "stampData": cutouts.fits_gz(image),
            }
            for kind, image in zip(CUTOUTS, images, strict=True)
        }
        if oid == self._null_template:
            stamps["cutoutTemplate"] = None
        return {
            "schemavsn": SCHEMA_VERSION,
            "publisher": PUBLISHER,
            "objectId": oid,
            "candid": candid,
            "candidate": candidate,
            "prv_candidates": self._previous(oid, mjd) or None,
            **stamps,
        }

    def _previous(self, oid: str, mjd: float) -> list[dict[str, object]]:
        window: dict[str, Value] = {"oid": oid, "since": mjd - 30, "until": mjd}
        found = [
            _shared(row)
            for row in self._store.rows(
                "SELECT * FROM detection WHERE oid = :oid AND mjd >= :since AND mjd < :until",
                window,
            )
        ]
        for row in self._store.rows(
            "SELECT * FROM non_detection WHERE oid = :oid AND mjd >= :since AND mjd < :until",
            window,
        ):
            when = _float(row, "mjd") or 0.0
            night = int(when) - 57754
            found.append(
                {
                    "jd": when + JD_ZERO,
                    "fid": row["fid"],
                    "pid": ((night * 100_000 + int(when % 1 * 100_000)) * 100 + 15) * 100 + 15,
                    "diffmaglim": _float(row, "diffmaglim"),
                    "programid": 1,
                    "programpi": "sandbox",
                    "nid": night,
                }
            )
        return sorted(found, key=lambda entry: float(str(entry["jd"])))

    def packet(self, row: Mapping[str, Value]) -> bytes:
        """Return the packet of a detection as an Avro file."""
        import fastavro

        record = self.record(row)
        file = io.BytesIO()
        fastavro.writer(  # pyright: ignore[reportUnknownMemberType] - its stub says IO of anything
            file,
            fastavro.parse_schema(schema()),
            [record],
            codec="null",
            # Else random; the same request shall give the same bytes.
            sync_marker=hashlib.md5(str(row["candid"]).encode(), usedforsecurity=False).digest(),
        )
        return file.getvalue()


def read(packet: bytes) -> dict[str, object]:
    """Return the one record of an alert packet.

    Raises
    ------
    ValueError
        If the packet cannot be read.
    """
    import fastavro

    try:
        records = list(fastavro.reader(io.BytesIO(packet)))
    except (EOFError, IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise ValueError("broken alert packet") from error
    if len(records) != 1 or not isinstance(records[0], dict):
        raise ValueError("not one alert in the packet")
    return mapping(records[0])


def mapping(value: object) -> dict[str, object]:
    """Return a record inside a packet; an empty one if there is none."""
    return dict(cast("dict[str, object]", value)) if isinstance(value, dict) else {}


def stamp(record: Mapping[str, object], kind: str) -> bytes | None:
    """Return the file of one cutout (`kind` as in `CUTOUTS`), None for a null one."""
    data = mapping(record[CUTOUTS[kind]]).get("stampData")
    return data if isinstance(data, bytes) else None
