"""The stamp service: alert packets and the images in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from alerce_api.stamps.api.stamps import get_avro, get_stamp

from alerce._async.photometry import AsyncPhotometry
from alerce._lazy import axes, figure, lazy_module
from alerce.arguments import checks, surveys
from alerce.arguments.checks import Alerts, Candid, Many
from alerce.arguments.formats import StampFormat, check_stamp_format
from alerce.arguments.lsst import Identifier
from alerce.arguments.surveys import Survey
from alerce.astronomy.notebooks import in_notebook
from alerce.bulk.outcomes import raise_or_note_failures
from alerce.exceptions import CandidError
from alerce.http.call import Call
from alerce.results.shapes import Images, LsstImages, PerAlert

if TYPE_CHECKING:
    from alerce.astronomy import plotting
    from alerce.results import stamps as packets
else:
    plotting = lazy_module("alerce.astronomy.plotting")
    packets = lazy_module("alerce.results.stamps")

PartT = TypeVar("PartT")


class AsyncStamps(AsyncPhotometry):
    """Methods of the client that ask the stamp service.

    Which alert of an object has a stamp, only the ZTF API knows.
    """

    async def get_stamps(
        self,
        oid: str | Many[str],
        candid: Candid | Many[Candid] | None = None,
        format: StampFormat = "HDUList",
        include_variance_and_psf: bool = False,
        measurement_id: Candid | Many[Candid] | None = None,
        survey: Survey = "ztf",
    ) -> Images | LsstImages:
        """Return the science, template and difference images of an alert, or of several.

        Parameters
        ----------
        oid : str or several
            Object identifier.
        candid : int or str, or several, optional
            Alert identifier, all its digits: as many as there are objects, or
            several of one object. Without it the first detection that has a stamp.
        format : {"HDUList", "numpy"}
            Form of the images, in any letter case.
        include_variance_and_psf : bool
            Whether to return these planes too, which only alerts of LSST have.
        measurement_id : int or str, optional
            Another name of `candid`, which is LSST's.
        survey : {"ztf", "lsst"}
            Survey of the alerts.

        Returns
        -------
        astropy.io.fits.HDUList or list of ndarray
            For LSST see `AsyncLsst.get_stamps`. The three images, 63 by 63 pixels of float32 in DN, NaN off the
            detector. The HDUList answers to "SCIENCE", "TEMPLATE" and
            "DIFFERENCE" as well as to 0, 1 and 2, and each header says which one it is
            (STAMP_TYPE). Of several alerts, a dict of
            these in the order asked: by candid, its digits as a text, or by
            object identifier where no candids were given.

        Raises
        ------
        CandidError
            No alert of the object has a stamp, this one has none, or it belongs
            to another object.
        BulkError
            Some of several failed, unless the option ``errors`` says otherwise.
        InvalidResponseError
            The service sent a broken packet.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> stamps = client.get_stamps("ZTF18abkifng", candid=576161491515015015)
        >>> stamps["SCIENCE"].data.shape
        (63, 63)
        >>> several = client.get_stamps(["ZTF18abkifng"], [576161491515015015], "numpy")
        >>> [image.shape for image in several["576161491515015015"]]
        [(63, 63), (63, 63), (63, 63)]
        """
        wanted, known = surveys.images(format, measurement_id, candid)
        if surveys.named(survey) == surveys.LSST:
            return await self.lsst.get_stamps(
                oid, cast("Identifier | None", known), wanted, include_variance_and_psf
            )
        surveys.check_planes(include_variance_and_psf)
        alerts = checks.alerts(oid, known)
        if check_stamp_format(wanted) == "HDUList":
            stamps = await self._of_packets(alerts, packets.AlertPacket.stamps)
            return stamps  # noqa: RET504 (with the return as context, mypy infers another type)
        images = await self._of_packets(alerts, packets.AlertPacket.images)
        return images  # noqa: RET504 (likewise)

    async def get_avro(
        self,
        oid: str | Many[str],
        candid: Candid | Many[Candid] | None = None,
        use_multisurvey_api: bool = False,
        survey: Survey = "ztf",
        measurement_id: Candid | None = None,
    ) -> PerAlert[bytes]:
        """Return an alert packet as delivered, an Avro file, or several.

        Parameters
        ----------
        oid : str or several
            Object identifier.
        candid : int or str, or several, optional
            Alert identifier, all its digits: as many as there are objects, or
            several of one object. Without it the first detection that has a stamp.
        use_multisurvey_api : bool
            Whether to ask the multi-survey service, which has no packets of ZTF.
        survey : {"ztf"}
            Survey of the alerts.
        measurement_id : int or str, optional
            Another name of `candid`, for one alert.

        Returns
        -------
        bytes
            One record: the candidate, its history and three gzipped FITS images.
            Of several alerts, a dict of these in the order asked: by candid, its
            digits as a text, or by object identifier where no candids were given.

        Raises
        ------
        CandidError
            No alert of the object has a packet, this one has none, or it belongs
            to another object.
        BulkError
            Some of several failed, unless the option ``errors`` says otherwise.
        InvalidResponseError
            The service sent a broken packet.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.get_avro("ZTF18abkifng", candid=576161491515015015)[:3]
        b'Obj'
        """
        surveys.check_survey(survey)
        surveys.check_packet_service(use_multisurvey_api)
        wanted = surveys.one_candid(candid, measurement_id)
        return await self._of_packets(checks.alerts(oid, wanted), _content)

    async def plot_stamps(
        self,
        oid: Identifier,
        candid: Candid | None = None,
        measurement_id: Candid | None = None,
        survey: Survey = "ztf",
        *,
        ax: Sequence[axes.Axes] | None = None,
    ) -> figure.Figure | None:
        """Show the science, template and difference images of an alert.

        Parameters
        ----------
        oid : str
            Object identifier.
        candid : int or str, optional
            Alert identifier, all its digits; without it the first detection
            that has a stamp.
        measurement_id : int or str, optional
            Another name of `candid`.
        survey : {"ztf", "lsst"}
            Survey of the alert.
        ax : sequence of three matplotlib Axes, optional
            Where to draw; without it a figure is made.

        Returns
        -------
        matplotlib.figure.Figure or None
            The images stretched by ZScale, north as delivered, with object, candid
            and date (UTC) above. None in a notebook without `ax`, where the
            service's own pictures are shown under the cell.

        Raises
        ------
        CandidError
            As `get_stamps`.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> figure = client.plot_stamps("ZTF18abkifng", candid=576161491515015015)
        >>> [axes.get_title() for axes in figure.axes]
        ['Science', 'Template', 'Difference']
        """
        wanted = surveys.one_candid(candid, measurement_id)
        if surveys.named(survey) == surveys.LSST:
            return await self.lsst.plot_stamps(oid, cast("Identifier | None", wanted), ax=ax)
        name, known = checks.alert(oid, wanted)
        if ax is not None or not in_notebook():
            packet = await self._packet(name, known)
            return plotting.stamps_figure(
                packet.images(), packet.oid, packet.candid, packet.date, ax
            )
        shown = known or await self._candid(name)
        images = [
            (await self._send(_stamp_call(name, shown, stamp))).content for stamp in STAMP_TYPES
        ]
        plotting.show_in_notebook(images, name, shown)
        return None

    async def _of_packets(
        self, alerts: Alerts, part: Callable[[packets.AlertPacket], PartT]
    ) -> PartT | dict[str, PartT]:
        """Return a part of the packet of one alert, or of each of several."""

        async def fetch(name: str) -> PartT:
            return part(await self._packet(*alerts.each[name]))

        names = list(alerts.each)
        if not alerts.many:
            return await fetch(names[0])
        found = await self._each(names, fetch)
        return raise_or_note_failures(found, found.failures, self._options.errors)

    async def _candid(self, oid: str) -> str:
        """Return the first alert of an object that has a stamp."""
        for detection in await self._detection_rows(oid):
            if detection.get("has_stamp"):
                return checks.candid("candid", detection.get("candid"))
        raise CandidError("no detection of the object has a stamp", about=f"object {oid}")

    async def _packet(self, name: str, candid: str | None) -> packets.AlertPacket:
        wanted = candid or await self._candid(name)
        about = f"alert {wanted} of object {name}"
        request = get_avro.get_kwargs(candid=wanted, oid=name)
        response = await self._send(Call("stamps", "get_avro", request, about=about))
        if response.content.strip() in (b"", b"null"):
            raise CandidError(
                "the service has no packet of this alert, or it is not public",
                response=response,
                request=response.request,
                about=about,
            )
        packet = packets.open_packet(response.content, about)
        if packet.oid != name:
            # The service does not check it, and would show another object's images.
            raise CandidError(f"the alert belongs to object {packet.oid}", about=about)
        return packet


STAMP_TYPES: tuple[Literal["science", "template", "difference"], ...] = (
    "science",
    "template",
    "difference",
)


def _content(packet: packets.AlertPacket) -> bytes:
    return packet.content


def _stamp_call(oid: str, candid: str, stamp: Literal["science", "template", "difference"]) -> Call:
    request = get_stamp.get_kwargs(candid=candid, oid=oid, type_=stamp, format_="png")
    return Call("stamps", "get_stamp", request, about=f"alert {candid} of object {oid}")
