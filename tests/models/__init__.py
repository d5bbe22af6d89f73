"""Scripted chat models: a server that speaks as OpenAI's do, and what good and hostile models say."""
