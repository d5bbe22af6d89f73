"""The numbers of a message: each with its unit, its name and when it was so."""
