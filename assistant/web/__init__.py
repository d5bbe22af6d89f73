"""The page and the API, on one port."""
