from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_dict

T = TypeVar("T", bound="ExtraFields")


@_attrs_define
class ExtraFields:
    """What forced photometry has beyond a detection, and copies of some columns of its row."""

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
    pid: int | None | Unset = UNSET
    """ Copy of pid of the row. """
    mag: float | None | Unset = UNSET
    """ Copy of mag of the row. """
    e_mag: float | None | Unset = UNSET
    """ Copy of e_mag of the row. """
    mag_corr: float | None | Unset = UNSET
    """ Copy of mag_corr of the row. """
    e_mag_corr: float | None | Unset = UNSET
    """ Copy of e_mag_corr of the row. """
    e_mag_corr_ext: float | None | Unset = UNSET
    """ Copy of e_mag_corr_ext of the row. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
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
            "pid": as_dict(self.pid),
            "mag": as_dict(self.mag),
            "e_mag": as_dict(self.e_mag),
            "mag_corr": as_dict(self.mag_corr),
            "e_mag_corr": as_dict(self.e_mag_corr),
            "e_mag_corr_ext": as_dict(self.e_mag_corr_ext),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
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

        pid = cast(int | None | Unset, d.pop("pid", UNSET))

        mag = cast(float | None | Unset, d.pop("mag", UNSET))

        e_mag = cast(float | None | Unset, d.pop("e_mag", UNSET))

        mag_corr = cast(float | None | Unset, d.pop("mag_corr", UNSET))

        e_mag_corr = cast(float | None | Unset, d.pop("e_mag_corr", UNSET))

        e_mag_corr_ext = cast(float | None | Unset, d.pop("e_mag_corr_ext", UNSET))

        extra_fields = cls(
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
            pid=pid,
            mag=mag,
            e_mag=e_mag,
            mag_corr=mag_corr,
            e_mag_corr=e_mag_corr,
            e_mag_corr_ext=e_mag_corr_ext,
        )

        extra_fields.additional_properties = d
        return extra_fields

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
