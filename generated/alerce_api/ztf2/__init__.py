"""ALeRCE ZTF v2 API. Import its modules one by one; this one stays empty."""
