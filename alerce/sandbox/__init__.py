"""A stand-in for the ALeRCE services, for tests, demonstrations and work without a network.

``python -m alerce.sandbox`` serves it from the command line, `Sandbox` from a program::

    with Sandbox() as sandbox:
        client = Alerce(**sandbox.config)

The data are made up and say so. It needs the extra ``alerce[sandbox]``.
"""

from alerce.sandbox.app import RecordedRequest, RequestLog
from alerce.sandbox.server import Sandbox

__all__ = ["RecordedRequest", "RequestLog", "Sandbox"]
