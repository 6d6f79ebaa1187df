"""ALeRCE TAP service. Its modules are imported one by one; this one is empty."""
