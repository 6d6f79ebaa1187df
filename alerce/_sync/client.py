"""The client: the methods of every service in one class.

Type checkers and editors read its stub, which ``scripts/derive`` makes of the methods'
own signatures.
"""

from __future__ import annotations

from alerce._sync.base import Base
from alerce._sync.catshtm import Catshtm
from alerce._sync.classification import Classification
from alerce._sync.database import Database
from alerce._sync.download import Downloading
from alerce._sync.stamps import Stamps


class Alerce(Downloading, Classification, Stamps, Catshtm, Database):
    """Client of the ALeRCE broker's services.

    ``Alerce`` and ``AsyncAlerce`` have the same methods, arguments and results;
    those of ``AsyncAlerce`` that ask a service are awaited.

    Parameters
    ----------
    **arguments
        Settings that differ from the defaults: ``ZTF_API_URL``,
        ``CATSHTM_API_URL``, ``AVRO_URL``, ``ZTF_DB_API_URL``, ``URL_MS``,
        ``STAMP_URL`` and ``ZTF_V2_API_URL`` are addresses; ``ZTF_ROUTES``,
        ``CATSHTM_ROUTES``, ``AVRO_ROUTES``, ``ROUTES_MS`` and ``STAMP_ROUTES``
        are dicts that override single routes, with ``%s`` for each identifier. They win over
        the JSON or TOML file named in the environment variable
        ``ALERCE_CONFIG_PATH``. Further the options:

        timeout : float or dict
            Seconds for one question to a service with all its retries, once it
            may be sent: the time for which ``requests_per_second`` holds it back
            does not count. A call about many objects asks many questions. Or a
            dict with any of the keys ``connect`` (10), ``read`` (60, until the
            next bytes), ``write`` (60), ``pool`` (60, until a connection is free)
            and ``total`` (180). A ``total`` that is set by its name is a limit on
            the whole, the time before a request may be sent included: one that
            could leave only after it fails at once. So does ``asyncio.timeout``
            limit the whole around a call of ``AsyncAlerce``.
        retries : int
            How often a request that failed for a passing reason is sent again:
            no connection, a broken one, status 408, 425, 429, 502, 503, 504; 4.
            What the service says in Retry-After is kept to, up to 60 s. A SQL
            query is sent again only when it did not leave.
        max_size : int
            Bytes, unpacked, that an answer may have; 256 MiB.
        ca_bundle : path-like
            File or folder of the certificates (PEM) to trust in place of the
            usual ones, which are those that ``SSL_CERT_FILE`` or
            ``SSL_CERT_DIR`` name, else certifi's.
        on_request, on_response : callable
            Called before and after each request with a
            `alerce.events.RequestEvent` or `alerce.events.ResponseEvent`, from
            whichever thread sends it.
        concurrency : int
            Requests at a time when a call needs several; 8.
        requests_per_second : float, optional
            Most requests a second to one host, by all clients, threads and
            tasks of the process together; None for no limit. When it is left
            out it is 5 for the public services and none for others.
        errors : {"raise", "warn", "return"}
            What becomes of the objects that fail in a call about many. A
            `BulkError` that holds the results of the others, a warning, or
            nothing but `alerce.bulk.failures` of the result.
        unknown_filters : {"raise", "warn"}
            What becomes of a filter of `query_objects` that does not exist: an
            error, or a warning that leaves it out, as 2.x did without a word.
        progress : bool, optional
            Whether a call about many shows a progress bar (tqdm). When it is
            left out, one that takes long does on a terminal and in a notebook.
        cache : bool or path-like
            Whether to keep answers on disk, or the folder to keep them in;
            processes can share it. Off when it is left out.
        cache_ttl : float
            Seconds for which a kept answer holds; 3600.
        http_client : httpx.Client or httpx.AsyncClient, optional
            Client of your own, of the kind that fits, which sends everything: its
            proxies, certificates, mounts, event hooks, auth, headers and cookies
            apply, and time limits, retries and redirects are as described here.
            It stays yours to close. A request of ``Alerce`` keeps to ``total``
            and to Ctrl-C in a call about many between the steps of such a
            client, each of which is given what is left of the time; with an
            `alerce.http.network.DeadlineTransport` in it, within them too.
        transport : httpx.BaseTransport or httpx.AsyncBaseTransport, optional
            Transport of your own, a mock for example, under a client that is
            made and closed as usual.

    Raises
    ------
    ConfigError
        A setting or option that does not exist or makes no sense.

    Examples
    --------
    >>> from alerce import Alerce
    >>> with Alerce(**sandbox.config) as client:
    ...     objects = client.query_objects(class_name="SNIa", classifier="lc_classifier")
    >>> len(objects)
    10
    """

    __module__ = "alerce"

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute that every client has; only a subclass may have more."""
        known = hasattr(type(self), name) or name in Base.__annotations__
        if type(self) is Alerce and not known:
            raise AttributeError(
                f"a client has no attribute {name!r}; options are arguments of the client or of "
                f"client.with_options({name}=...)"
            )
        super().__setattr__(name, value)
