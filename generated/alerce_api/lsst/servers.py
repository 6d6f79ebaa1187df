"""Where the service is, the usual address first."""

SERVERS: tuple[str, ...] = ("https://api-lsst.alerce.online",)
