from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="Detection")


@_attrs_define
class Detection:
    """One detection of an object. The detections route leaves out what has no value, the light-curve route sends null."""

    tid: str
    """ Telescope or survey that made the observation. """
    candid: str
    """ Identifier of the alert, 18 or 19 digits, hence a string. """
    mjd: float
    """ MJD (UTC) of the observation. """
    fid: int
    """ Filter, 1 g, 2 r, 3 i. """
    pid: int
    """ Processing identifier of the science image. """
    isdiffpos: int
    """ Sign of the difference, 1 science minus reference, -1 reference minus science. """
    magpsf: float
    """ Magnitude of the difference from PSF-fit photometry. Can be NaN. """
    sigmapsf: float
    """ Error of magpsf at 1 sigma. Can be NaN. """
    ra: float
    """ Right ascension of the detection. """
    dec: float
    """ Declination of the detection. """
    has_stamp: bool
    """ Whether the alert has stamps of its own; where it has not, parent_candid's packet reports it. """
    corrected: bool
    """ Whether the photometry was corrected. """
    dubious: bool
    """ Whether the corrected photometry is doubtful. """
    step_id_corr: str
    """ Version of the pipeline step that corrected the photometry. """
    phase: float
    """ Phase, declared by the service; 0 on every row seen. """
    diffmaglim: float | None | Unset = UNSET
    """ Limiting magnitude at 5 sigma of the difference image from PSF-fit photometry. """
    nid: int | None | Unset = UNSET
    """ Night identifier. """
    distnr: float | None | Unset = UNSET
    """ Distance to the nearest source of the reference image's PSF catalogue within 30 arcsec. """
    magpsf_corr: float | None | Unset = UNSET
    """ PSF-fit magnitude corrected for the flux of the reference source. """
    magpsf_corr_ext: float | None | Unset = UNSET
    """ Declared by the service, never filled. """
    magap: float | None | Unset = UNSET
    """ Aperture magnitude within a diameter of 8 pixels. """
    magap_corr: float | None | Unset = UNSET
    """ Declared by the service, never filled. """
    sigmapsf_corr: float | None | Unset = UNSET
    """ Error of magpsf_corr, supposing that no extended source contributes. """
    sigmapsf_corr_ext: float | None | Unset = UNSET
    """ Error of magpsf_corr, supposing that an extended source contributes. """
    sigmagap: float | None | Unset = UNSET
    """ Error of magap at 1 sigma. """
    sigmagap_corr: float | None | Unset = UNSET
    """ Declared by the service, never filled. """
    rb: float | None | Unset = UNSET
    """ Real-bogus score from 0 to 1, higher being more reliable. """
    rbversion: None | str | Unset = UNSET
    """ Version of the model that gave rb; can be the empty string. """
    drb: float | None | Unset = UNSET
    """ Real-bogus score of the deep-learning model from 0 to 1, higher being more reliable. """
    magapbig: float | None | Unset = UNSET
    """ Aperture magnitude within a diameter of 18 pixels. """
    sigmagapbig: float | None | Unset = UNSET
    """ Error of magapbig at 1 sigma. """
    rfid: int | None | Unset = UNSET
    """ Processing identifier of the reference image. """
    candid_alert: None | str | Unset = UNSET
    """ Declared by the service, never filled. """
    parent_candid: int | None | Unset = UNSET
    """ Identifier of the alert whose packet reported this detection as a previous one, 18 or 19 digits; 0 occurs,
    null where the detection has an alert of its own. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "tid": self.tid,
            "candid": self.candid,
            "mjd": self.mjd,
            "fid": self.fid,
            "pid": self.pid,
            "isdiffpos": self.isdiffpos,
            "magpsf": self.magpsf,
            "sigmapsf": self.sigmapsf,
            "ra": self.ra,
            "dec": self.dec,
            "has_stamp": self.has_stamp,
            "corrected": self.corrected,
            "dubious": self.dubious,
            "step_id_corr": self.step_id_corr,
            "phase": self.phase,
            "diffmaglim": as_dict(self.diffmaglim),
            "nid": as_dict(self.nid),
            "distnr": as_dict(self.distnr),
            "magpsf_corr": as_dict(self.magpsf_corr),
            "magpsf_corr_ext": as_dict(self.magpsf_corr_ext),
            "magap": as_dict(self.magap),
            "magap_corr": as_dict(self.magap_corr),
            "sigmapsf_corr": as_dict(self.sigmapsf_corr),
            "sigmapsf_corr_ext": as_dict(self.sigmapsf_corr_ext),
            "sigmagap": as_dict(self.sigmagap),
            "sigmagap_corr": as_dict(self.sigmagap_corr),
            "rb": as_dict(self.rb),
            "rbversion": as_dict(self.rbversion),
            "drb": as_dict(self.drb),
            "magapbig": as_dict(self.magapbig),
            "sigmagapbig": as_dict(self.sigmagapbig),
            "rfid": as_dict(self.rfid),
            "candid_alert": as_dict(self.candid_alert),
            "parent_candid": as_dict(self.parent_candid),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        tid = d.pop("tid", MISSING)

        candid = d.pop("candid", MISSING)

        mjd = d.pop("mjd", MISSING)

        fid = d.pop("fid", MISSING)

        pid = d.pop("pid", MISSING)

        isdiffpos = d.pop("isdiffpos", MISSING)

        magpsf = d.pop("magpsf", MISSING)

        sigmapsf = d.pop("sigmapsf", MISSING)

        ra = d.pop("ra", MISSING)

        dec = d.pop("dec", MISSING)

        has_stamp = d.pop("has_stamp", MISSING)

        corrected = d.pop("corrected", MISSING)

        dubious = d.pop("dubious", MISSING)

        step_id_corr = d.pop("step_id_corr", MISSING)

        phase = d.pop("phase", MISSING)

        diffmaglim = cast(float | None | Unset, d.pop("diffmaglim", UNSET))

        nid = cast(int | None | Unset, d.pop("nid", UNSET))

        distnr = cast(float | None | Unset, d.pop("distnr", UNSET))

        magpsf_corr = cast(float | None | Unset, d.pop("magpsf_corr", UNSET))

        magpsf_corr_ext = cast(float | None | Unset, d.pop("magpsf_corr_ext", UNSET))

        magap = cast(float | None | Unset, d.pop("magap", UNSET))

        magap_corr = cast(float | None | Unset, d.pop("magap_corr", UNSET))

        sigmapsf_corr = cast(float | None | Unset, d.pop("sigmapsf_corr", UNSET))

        sigmapsf_corr_ext = cast(float | None | Unset, d.pop("sigmapsf_corr_ext", UNSET))

        sigmagap = cast(float | None | Unset, d.pop("sigmagap", UNSET))

        sigmagap_corr = cast(float | None | Unset, d.pop("sigmagap_corr", UNSET))

        rb = cast(float | None | Unset, d.pop("rb", UNSET))

        rbversion = cast(None | str | Unset, d.pop("rbversion", UNSET))

        drb = cast(float | None | Unset, d.pop("drb", UNSET))

        magapbig = cast(float | None | Unset, d.pop("magapbig", UNSET))

        sigmagapbig = cast(float | None | Unset, d.pop("sigmagapbig", UNSET))

        rfid = cast(int | None | Unset, d.pop("rfid", UNSET))

        candid_alert = cast(None | str | Unset, d.pop("candid_alert", UNSET))

        parent_candid = cast(int | None | Unset, d.pop("parent_candid", UNSET))

        detection = cls(
            tid=tid,
            candid=candid,
            mjd=mjd,
            fid=fid,
            pid=pid,
            isdiffpos=isdiffpos,
            magpsf=magpsf,
            sigmapsf=sigmapsf,
            ra=ra,
            dec=dec,
            has_stamp=has_stamp,
            corrected=corrected,
            dubious=dubious,
            step_id_corr=step_id_corr,
            phase=phase,
            diffmaglim=diffmaglim,
            nid=nid,
            distnr=distnr,
            magpsf_corr=magpsf_corr,
            magpsf_corr_ext=magpsf_corr_ext,
            magap=magap,
            magap_corr=magap_corr,
            sigmapsf_corr=sigmapsf_corr,
            sigmapsf_corr_ext=sigmapsf_corr_ext,
            sigmagap=sigmagap,
            sigmagap_corr=sigmagap_corr,
            rb=rb,
            rbversion=rbversion,
            drb=drb,
            magapbig=magapbig,
            sigmagapbig=sigmagapbig,
            rfid=rfid,
            candid_alert=candid_alert,
            parent_candid=parent_candid,
        )

        detection.additional_properties = d
        return detection

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
