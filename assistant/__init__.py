"""Plumbline: an assistant whose every figure is quoted, calculated, or the person's own."""

__version__ = "0.1.0"
