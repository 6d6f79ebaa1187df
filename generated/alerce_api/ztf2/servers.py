"""Where the service is, the usual address first."""

SERVERS: tuple[str, ...] = ("https://api.alerce.online/v2",)
