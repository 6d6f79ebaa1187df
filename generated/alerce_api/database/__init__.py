"""ALeRCE database query service. Import its modules one by one; this one stays empty."""
