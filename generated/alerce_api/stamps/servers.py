"""Where the service is, the usual address first."""

SERVERS: tuple[str, ...] = ("https://avro.alerce.online",)
