"""How often words were said over time: drawn, as a table, and as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from transcripts.exports import sheets
from transcripts.models import Turn
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable
from transcripts.search.query import to_params
from transcripts.trends.asking import Wish, parse_wish, wish_params
from transcripts.trends.counting import Line, Trend, trend
from transcripts.trends.periods import Per, Period
from transcripts.views.addresses import absolute
from transcripts.views.downloads import CSV, file_name, later, made_at, out_of_order, sent
from transcripts.views.examples import examples
from transcripts.views.trend_drawing import drawn

PERIODS = {
    Per.YEAR: pgettext_lazy("per", "year"),
    Per.QUARTER: pgettext_lazy("per", "quarter"),
    Per.MONTH: pgettext_lazy("per", "month"),
}
GROUPS = {
    "": gettext_lazy("everybody together"),
    "speaker": gettext_lazy("speaker"),
    "outlet": gettext_lazy("outlet"),
}


@require_safe
def trends(request: HttpRequest) -> HttpResponse:
    """Strips of bars that lead to the turns they count, and the same as a table."""
    try:
        counted = _counted(request)
    except SearchUnavailable:
        return later(render(request, "search/unavailable.html", status=503))
    wish = counted.wish
    drawing = drawn(counted, _results)
    context = {
        "trend": counted,
        "drawing": drawing,
        "parts": _parts(drawing.strips, wish) if drawing else [],
        "rows": list(_rows(counted)),
        "undated": sum(line.undated for line in counted.lines),
        "periods": [(str(per), name, per is wish.per) for per, name in PERIODS.items()],
        "groups": [(by, name, by == wish.by) for by, name in GROUPS.items()],
        "kept": [(name, value) for name, value in to_params(wish.base) if name != "strict"],
        "csv": _address("trends-csv", wish),
        "examples": [] if wish.terms else _examples(),
    }
    return render(request, "trends/trends.html", context)


@require_safe
def trends_csv(request: HttpRequest) -> HttpResponseBase:
    """A row for every line and period, with shares; `?head=no` leaves out what stands above the table."""
    try:
        counted = _counted(request, with_shares=True)
    except SearchUnavailable:
        return out_of_order(CSV)
    wish = counted.wish
    head = [] if request.GET.get("head") == "no" else _head(request, counted)
    columns = ["term", *([wish.by] if wish.by else []), "period", "from", "to", "turns", "of", "percent", "address"]
    body = sheets.write(columns, _sheet(request, counted), head=head)
    return sent(request, body, CSV, name=file_name(f"trend {wish.text}", "csv"), long=False)


def _counted(request: HttpRequest, *, with_shares: bool | None = None) -> Trend:
    indexing.drain_if_due()
    return trend(parse_wish(dict(request.GET.lists())), with_shares=with_shares)


def _results(line: Line, period: Period) -> str:
    """Where the turns that a bar counts are shown: within its period, and within the dates that were asked for."""
    since = max(filter(None, (period.since, line.query.since)))
    until = min(filter(None, (period.until, line.query.until)))
    return f"{reverse('search')}?{urlencode(to_params(line.query.between(since, until)))}"


def _parts(strips, wish: Wish) -> list[tuple[str, list]]:
    """Strips below the term that they are of, where a term has several."""
    if not wish.by:
        return [("", list(strips))]
    return [(term, list(those)) for term, those in groupby(strips, key=lambda strip: strip.line.term)]


def _rows(counted: Trend) -> Iterator[tuple[Period, list[tuple[int, float | None, str]]]]:
    """For each period the count, the share where it was asked for, and the address, of each line."""
    for place, period in enumerate(counted.periods):
        cells = []
        for line in counted.lines:
            count = line.counts[place]
            share = line.shares[place] if counted.wish.share else None
            cells.append((count, share, _results(line, period) if count else ""))
        yield period, cells


def _sheet(request: HttpRequest, counted: Trend) -> Iterator[list[str]]:
    for line in counted.lines:
        for period, count, of, share in zip(counted.periods, line.counts, line.of, line.shares, strict=True):
            yield [
                line.term,
                *([line.name] if counted.wish.by else []),
                period.code,
                period.since.isoformat(),
                period.until.isoformat(),
                str(count),
                str(of),
                f"{share:.4f}",
                absolute(request, _results(line, period)),
            ]


def _head(request: HttpRequest, counted: Trend) -> list[list[str]]:
    rows = [
        ["terms", counted.wish.text],
        ["address", absolute(request, _address("trends", counted.wish))],
        ["turns", str(sum(line.total for line in counted.lines))],
        ["made", made_at()],
    ]
    return rows + [["note", _(note)] for note in counted.notes]


def _address(name: str, wish: Wish) -> str:
    return f"{reverse(name)}?{urlencode(wish_params(wish))}"


def _examples() -> list[tuple[str, str]]:
    """Phrases of the archive itself, each with the address of its trend."""
    phrases = [example.text for example in examples(Turn.objects.published())]
    return [(phrase, f"{reverse('trends')}?{urlencode({'q': phrase})}") for phrase in phrases]
