from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="FlatForcedPhotometry")


@_attrs_define
class FlatForcedPhotometry:
    """One row of forced photometry as the client makes it of `ForcedPhotometry`: the extra fields in columns of their own,
    the copies left out, null for the sentinel 100.

    """

    candid: str
    """ Identifier of the measurement, the oid followed by the pid. """
    tid: str
    """ Telescope or survey that made the observation. """
    oid: str
    """ Identifier of the object. """
    pid: int
    """ Processing identifier of the science image. """
    mjd: float
    """ MJD (UTC) of the observation. """
    fid: int
    """ Filter, 1 g, 2 r, 3 i. """
    ra: float
    """ Right ascension. """
    dec: float
    """ Declination. """
    mag: float
    """ Magnitude of the difference by forced photometry. """
    e_mag: float
    """ Error of mag at 1 sigma. """
    isdiffpos: int
    """ Sign of the difference, 1 brighter than reference, -1 fainter. """
    corrected: bool
    """ Whether the photometry was corrected. """
    dubious: bool
    """ Whether the corrected photometry is doubtful. """
    sid: None | str | Unset = UNSET
    """ Survey of the observation. """
    aid: None | str | Unset = UNSET
    """ Identifier of the object over all surveys. """
    e_ra: float | None | Unset = UNSET
    """ Error of ra. """
    e_dec: float | None | Unset = UNSET
    """ Error of dec. """
    mag_corr: float | None | Unset = UNSET
    """ Magnitude corrected for the flux of the reference source. """
    e_mag_corr: float | None | Unset = UNSET
    """ Error of mag_corr, if no extended source contributes. """
    e_mag_corr_ext: float | None | Unset = UNSET
    """ Error of mag_corr, if an extended source contributes. """
    parent_candid: int | None | Unset = UNSET
    """ Identifier of the alert that reported it, 19 digits. """
    has_stamp: bool | None | Unset = UNSET
    """ Whether there are stamps of it. """
    field: int | None | Unset = UNSET
    """ Number of the field. """
    rcid: int | None | Unset = UNSET
    """ Number of the readout channel, 0 to 63. """
    rfid: int | None | Unset = UNSET
    """ Processing identifier of the reference image. """
    programid: int | None | Unset = UNSET
    """ Number of the observing programme. """
    procstatus: None | str | Unset = UNSET
    """ Codes of what went wrong in the forced photometry. """
    sciinpseeing: float | None | Unset = UNSET
    """ Seeing of the science image. """
    scibckgnd: float | None | Unset = UNSET
    """ Background of the science image (DN). """
    scisigpix: float | None | Unset = UNSET
    """ Noise of a pixel of the science image (DN). """
    magzpsci: float | None | Unset = UNSET
    """ Zero point of the science image. """
    magzpsciunc: float | None | Unset = UNSET
    """ Error of magzpsci. """
    magzpscirms: float | None | Unset = UNSET
    """ Scatter of the zero point of the science image. """
    clrcoeff: float | None | Unset = UNSET
    """ Colour coefficient of the zero point. """
    clrcounc: float | None | Unset = UNSET
    """ Error of clrcoeff. """
    exptime: float | None | Unset = UNSET
    """ Exposure time. """
    adpctdif1: float | None | Unset = UNSET
    """ Astrometric scatter of the science image, first axis. """
    adpctdif2: float | None | Unset = UNSET
    """ Astrometric scatter of the science image, second axis. """
    diffmaglim: float | None | Unset = UNSET
    """ 5-sigma limiting magnitude of the difference image. """
    distnr: float | None | Unset = UNSET
    """ Distance to the nearest source of the reference image. """
    ranr: float | None | Unset = UNSET
    """ Right ascension of that source. """
    decnr: float | None | Unset = UNSET
    """ Declination of that source. """
    magnr: float | None | Unset = UNSET
    """ Magnitude of that source. """
    sigmagnr: float | None | Unset = UNSET
    """ Error of magnr. """
    chinr: float | None | Unset = UNSET
    """ Chi of that source in the fit of its PSF. """
    sharpnr: float | None | Unset = UNSET
    """ Sharpness of that source. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "candid": self.candid,
            "tid": self.tid,
            "oid": self.oid,
            "pid": self.pid,
            "mjd": self.mjd,
            "fid": self.fid,
            "ra": self.ra,
            "dec": self.dec,
            "mag": self.mag,
            "e_mag": self.e_mag,
            "isdiffpos": self.isdiffpos,
            "corrected": self.corrected,
            "dubious": self.dubious,
            "sid": as_dict(self.sid),
            "aid": as_dict(self.aid),
            "e_ra": as_dict(self.e_ra),
            "e_dec": as_dict(self.e_dec),
            "mag_corr": as_dict(self.mag_corr),
            "e_mag_corr": as_dict(self.e_mag_corr),
            "e_mag_corr_ext": as_dict(self.e_mag_corr_ext),
            "parent_candid": as_dict(self.parent_candid),
            "has_stamp": as_dict(self.has_stamp),
            "field": as_dict(self.field),
            "rcid": as_dict(self.rcid),
            "rfid": as_dict(self.rfid),
            "programid": as_dict(self.programid),
            "procstatus": as_dict(self.procstatus),
            "sciinpseeing": as_dict(self.sciinpseeing),
            "scibckgnd": as_dict(self.scibckgnd),
            "scisigpix": as_dict(self.scisigpix),
            "magzpsci": as_dict(self.magzpsci),
            "magzpsciunc": as_dict(self.magzpsciunc),
            "magzpscirms": as_dict(self.magzpscirms),
            "clrcoeff": as_dict(self.clrcoeff),
            "clrcounc": as_dict(self.clrcounc),
            "exptime": as_dict(self.exptime),
            "adpctdif1": as_dict(self.adpctdif1),
            "adpctdif2": as_dict(self.adpctdif2),
            "diffmaglim": as_dict(self.diffmaglim),
            "distnr": as_dict(self.distnr),
            "ranr": as_dict(self.ranr),
            "decnr": as_dict(self.decnr),
            "magnr": as_dict(self.magnr),
            "sigmagnr": as_dict(self.sigmagnr),
            "chinr": as_dict(self.chinr),
            "sharpnr": as_dict(self.sharpnr),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        candid = d.pop("candid", MISSING)

        tid = d.pop("tid", MISSING)

        oid = d.pop("oid", MISSING)

        pid = d.pop("pid", MISSING)

        mjd = d.pop("mjd", MISSING)

        fid = d.pop("fid", MISSING)

        ra = d.pop("ra", MISSING)

        dec = d.pop("dec", MISSING)

        mag = d.pop("mag", MISSING)

        e_mag = d.pop("e_mag", MISSING)

        isdiffpos = d.pop("isdiffpos", MISSING)

        corrected = d.pop("corrected", MISSING)

        dubious = d.pop("dubious", MISSING)

        sid = cast(None | str | Unset, d.pop("sid", UNSET))

        aid = cast(None | str | Unset, d.pop("aid", UNSET))

        e_ra = cast(float | None | Unset, d.pop("e_ra", UNSET))

        e_dec = cast(float | None | Unset, d.pop("e_dec", UNSET))

        mag_corr = cast(float | None | Unset, d.pop("mag_corr", UNSET))

        e_mag_corr = cast(float | None | Unset, d.pop("e_mag_corr", UNSET))

        e_mag_corr_ext = cast(float | None | Unset, d.pop("e_mag_corr_ext", UNSET))

        parent_candid = cast(int | None | Unset, d.pop("parent_candid", UNSET))

        has_stamp = cast(bool | None | Unset, d.pop("has_stamp", UNSET))

        field = cast(int | None | Unset, d.pop("field", UNSET))

        rcid = cast(int | None | Unset, d.pop("rcid", UNSET))

        rfid = cast(int | None | Unset, d.pop("rfid", UNSET))

        programid = cast(int | None | Unset, d.pop("programid", UNSET))

        procstatus = cast(None | str | Unset, d.pop("procstatus", UNSET))

        sciinpseeing = cast(float | None | Unset, d.pop("sciinpseeing", UNSET))

        scibckgnd = cast(float | None | Unset, d.pop("scibckgnd", UNSET))

        scisigpix = cast(float | None | Unset, d.pop("scisigpix", UNSET))

        magzpsci = cast(float | None | Unset, d.pop("magzpsci", UNSET))

        magzpsciunc = cast(float | None | Unset, d.pop("magzpsciunc", UNSET))

        magzpscirms = cast(float | None | Unset, d.pop("magzpscirms", UNSET))

        clrcoeff = cast(float | None | Unset, d.pop("clrcoeff", UNSET))

        clrcounc = cast(float | None | Unset, d.pop("clrcounc", UNSET))

        exptime = cast(float | None | Unset, d.pop("exptime", UNSET))

        adpctdif1 = cast(float | None | Unset, d.pop("adpctdif1", UNSET))

        adpctdif2 = cast(float | None | Unset, d.pop("adpctdif2", UNSET))

        diffmaglim = cast(float | None | Unset, d.pop("diffmaglim", UNSET))

        distnr = cast(float | None | Unset, d.pop("distnr", UNSET))

        ranr = cast(float | None | Unset, d.pop("ranr", UNSET))

        decnr = cast(float | None | Unset, d.pop("decnr", UNSET))

        magnr = cast(float | None | Unset, d.pop("magnr", UNSET))

        sigmagnr = cast(float | None | Unset, d.pop("sigmagnr", UNSET))

        chinr = cast(float | None | Unset, d.pop("chinr", UNSET))

        sharpnr = cast(float | None | Unset, d.pop("sharpnr", UNSET))

        flat_forced_photometry = cls(
            candid=candid,
            tid=tid,
            oid=oid,
            pid=pid,
            mjd=mjd,
            fid=fid,
            ra=ra,
            dec=dec,
            mag=mag,
            e_mag=e_mag,
            isdiffpos=isdiffpos,
            corrected=corrected,
            dubious=dubious,
            sid=sid,
            aid=aid,
            e_ra=e_ra,
            e_dec=e_dec,
            mag_corr=mag_corr,
            e_mag_corr=e_mag_corr,
            e_mag_corr_ext=e_mag_corr_ext,
            parent_candid=parent_candid,
            has_stamp=has_stamp,
            field=field,
            rcid=rcid,
            rfid=rfid,
            programid=programid,
            procstatus=procstatus,
            sciinpseeing=sciinpseeing,
            scibckgnd=scibckgnd,
            scisigpix=scisigpix,
            magzpsci=magzpsci,
            magzpsciunc=magzpsciunc,
            magzpscirms=magzpscirms,
            clrcoeff=clrcoeff,
            clrcounc=clrcounc,
            exptime=exptime,
            adpctdif1=adpctdif1,
            adpctdif2=adpctdif2,
            diffmaglim=diffmaglim,
            distnr=distnr,
            ranr=ranr,
            decnr=decnr,
            magnr=magnr,
            sigmagnr=sigmagnr,
            chinr=chinr,
            sharpnr=sharpnr,
        )

        flat_forced_photometry.additional_properties = d
        return flat_forced_photometry

    @property
    def additional_keys(self) -> list[str]:
        """The names of fields that the contract does not describe."""
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
