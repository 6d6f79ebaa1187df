"""Where the service is, the usual address first."""

SERVERS: tuple[str, ...] = ("https://api.alerce.online/ztf/v1",)
