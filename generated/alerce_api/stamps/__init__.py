"""ALeRCE stamp and alert-packet service. Import its modules one by one; this one stays empty."""
