"""The addresses of the service, the default one first."""

SERVERS: tuple[str, ...] = (
    "https://catshtm.alerce.online",
    "https://api.alerce.online/catshtm/v1",
)
