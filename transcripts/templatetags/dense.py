"""The lists of a result page that have hundreds of values each: put together in one go, since a template takes ten
times as long over them as over all the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.safestring import SafeString, mark_safe

from transcripts.search.results import FacetValue
from transcripts.views.timeline import TimeBar

register = template.Library()


@register.simple_tag
def facet_values(name: str, values: Iterable[FacetValue]) -> SafeString:
    """A list item for each value of the facet: a checkbox, what it is called, how many turns it has."""
    items = (_value(escape(name), value) for value in values)
    return mark_safe("\n".join(items))  # noqa: S308 - name, slug and label are escaped


def _value(name: str, value: FacetValue) -> str:
    slug, label = escape(value.slug), escape(value.label)
    checked = " checked" if value.selected else ""
    return (
        f'<li><label><input type="checkbox" id="{name}-{slug}" name="{name}" value="{slug}"{checked}> '
        f'<span class="facet-label" title="{label}">{label}</span> '
        f'<span class="count">{intcomma(value.count)}</span></label></li>'
    )


@register.simple_tag
def time_bars(bars: Iterable[TimeBar], height: int) -> SafeString:
    """A link for each bar of a drawing that is so high, the empty ones too."""
    return mark_safe("\n".join(_bar(bar, height) for bar in bars))  # noqa: S308 - name and address are escaped


def _bar(bar: TimeBar, height: int) -> str:
    name = escape(bar.name)
    drawn = f'<rect class="bar" x="{bar.x}" y="{bar.y}" width="8" height="{bar.height}"/>' if bar.count else ""
    return (
        f'<a href="{escape(bar.url)}" aria-label="{name}: {bar.count}" data-since="{bar.since.isoformat()}" '
        f'data-until="{bar.until.isoformat()}" data-name="{name}"><title>{name}: {bar.count}</title>'
        f'<rect class="hit-area" x="{bar.x}" y="0" width="10" height="{height}"/>{drawn}</a>'
    )
