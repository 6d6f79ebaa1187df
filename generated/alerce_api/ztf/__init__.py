"""ALeRCE ZTF API. Its modules are imported one by one; this one is empty."""
