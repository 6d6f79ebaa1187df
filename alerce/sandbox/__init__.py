"""A stand-in for the ALeRCE services, for tests, demonstrations and work without a network.

``python -m alerce.sandbox`` serves it from the command line, `Sandbox` from a program::

    with Sandbox() as sandbox:
        client = Alerce(**sandbox.config)

It answers as the real services do, faults included, and needs the extra ``alerce[sandbox]``. The
data are made up and say so: every answer has the header ``x-alerce-sandbox``.

Some three hundred objects of every class are there, the same in each process: those that the
documentation asks for by name, and some made for odd corners of the services:

================= ================================================================
ZTF99oddempty     no detection at all; its light curve is ``null``
ZTF99oddnans      NaN and Infinity in its object, detections and statistics
ZTF99oddprob      a classifier missing from the taxonomy: probabilities answer 500
ZTF99oddnostamp   no detection with a stamp of its own
ZTF99oddnull      alert packets whose template cutout is null
ZTF99oddbroken    alert packets that are cut short
ZTF99oddzero      exactly at ra 0, dec 0
ZTF99oddwrap      2 arcsec from it, on the other side of ra 0
ZTF99oddpole      at dec +89.26
ZTF18abbuksn      classified by two versions of one classifier: two rows in a list
================= ================================================================

There are some 150 objects of LSST too, ``313900000000000001`` the first of them, 40 where ZTF has
one, and these:

================== ===============================================================
313999999999999901 detections of band 0, which is no filter
313999999999999903 nulls, which the service rewrites to 0 and -1
313999999999999905 a value that is not a number: its detections answer 500
313999999999999907 no forced photometry
313999999999999909 no detection with a stamp
313999999999999911 no class probabilities
================== ===============================================================

With ``alerts=folder`` the objects, light curves and stamps are those of a folder of real ZTF
alert packets. Classes then come from a plain rule, served under the classifier name
``sandbox_rule``, the external catalogs are empty, and there is nothing
of LSST.
"""

from alerce.sandbox.app import RecordedRequest, RequestLog
from alerce.sandbox.faults import Faults, Rule
from alerce.sandbox.server import Sandbox

__all__ = ["Faults", "RecordedRequest", "RequestLog", "Rule", "Sandbox"]
