"""Phrases of a table and numbers in words, found in a message."""
