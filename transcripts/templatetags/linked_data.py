"""Facts for machines in the head of a page."""

from __future__ import annotations

import json

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# As Django's json_script does, so that no text can close the element.
ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&"}


@register.simple_tag
def linked_data(facts: dict[str, object]) -> SafeString:
    """`facts` as JSON-LD. A data block is never run, so that a Content-Security-Policy does not concern it."""
    text = json.dumps(facts, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped just above
