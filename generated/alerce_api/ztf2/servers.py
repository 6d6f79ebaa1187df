"""The addresses of the service, the default one first."""

SERVERS: tuple[str, ...] = ("https://api.alerce.online/v2",)
