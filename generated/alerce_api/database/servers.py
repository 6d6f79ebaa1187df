"""Where the service is, the usual address first."""

SERVERS: tuple[str, ...] = ("https://dev-api.alerce.online/dbquery/v1/db",)
