"""The addresses of the service, the default one first."""

SERVERS: tuple[str, ...] = ("https://api-lsst.alerce.online",)
