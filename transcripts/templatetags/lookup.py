"""Values by a key that another value holds."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def at(values: Any, key: object) -> Any:
    """`values[key]`, which a template has no words for."""
    return values[key]
