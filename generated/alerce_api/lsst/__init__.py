"""ALeRCE multi-survey API. Import its modules one by one; this one stays empty."""
