"""The lists of a result page that have hundreds of values each: put together in one go, since a template takes ten
times as long over them as over all the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Protocol

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Value(Protocol):
    """One value of a facet, and how many turns have it."""

    slug: str
    label: str
    count: int
    selected: bool


class Bar(Protocol):
    """A span of time in a drawing, from its first to its last day, in the drawing's units."""

    name: str
    count: int
    since: date
    until: date
    x: int
    y: int
    height: int
    url: str


@register.simple_tag
def facet_values(name: str, values: Iterable[Value]) -> SafeString:
    """A list item for each value of the facet: a checkbox, what it is called, how many turns it has."""
    items = (_value(escape(name), value) for value in values)
    return mark_safe("\n".join(items))  # noqa: S308 - name, slug and label are escaped


def _value(name: str, value: Value) -> str:
    slug, label = escape(value.slug), escape(value.label)
    checked = " checked" if value.selected else ""
    return (
        f'<li><label><input type="checkbox" id="{name}-{slug}" name="{name}" value="{slug}"{checked}> '
        f'<span class="facet-label" title="{label}">{label}</span> '
        f'<span class="count">{intcomma(value.count)}</span></label></li>'
    )


@register.simple_tag
def time_bars(bars: Iterable[Bar], height: int) -> SafeString:
    """A link for each bar of a drawing that is so high, the empty ones too."""
    return mark_safe("\n".join(_bar(bar, height) for bar in bars))  # noqa: S308 - name and address are escaped


def _bar(bar: Bar, height: int) -> str:
    name = escape(bar.name)
    drawn = f'<rect class="bar" x="{bar.x}" y="{bar.y}" width="8" height="{bar.height}"/>' if bar.count else ""
    return (
        f'<a href="{escape(bar.url)}" aria-label="{name}: {bar.count}" data-since="{bar.since.isoformat()}" '
        f'data-until="{bar.until.isoformat()}" data-name="{name}"><title>{name}: {bar.count}</title>'
        f'<rect class="hit-area" x="{bar.x}" y="0" width="10" height="{height}"/>{drawn}</a>'
    )
