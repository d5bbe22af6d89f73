"""A second implementation, written from the definitions and the sources without reading the first."""
