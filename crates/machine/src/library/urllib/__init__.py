"""Addresses of the web: only urllib.parse is here, as there is no network."""
