"""Where the service is, the usual address first."""

SERVERS: tuple[str, ...] = (
    "https://catshtm.alerce.online",
    "https://api.alerce.online/catshtm/v1",
)
