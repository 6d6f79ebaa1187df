"""The addresses of the service, the default one first."""

SERVERS: tuple[str, ...] = ("https://tap.alerce.online/tap",)
