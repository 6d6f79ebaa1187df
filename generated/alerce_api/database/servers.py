"""The addresses of the service, the default one first."""

SERVERS: tuple[str, ...] = ("https://dev-api.alerce.online/dbquery/v1/db",)
