"""catsHTM cross-match service. Import its modules one by one; this one stays empty."""
