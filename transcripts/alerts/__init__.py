"""Searches followed by e-mail: asked for, confirmed, told of what is new, and ended."""
