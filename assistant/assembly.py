"""Settings → Assistant: the only file that names concrete classes."""


