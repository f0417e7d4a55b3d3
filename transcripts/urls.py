"""The product's addresses; the contract of each is in docs/addresses.md."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path, register_converter
from django.urls.converters import IntConverter

from transcripts.views import (
    about,
    alerts,
    citations,
    crawlers,
    data,
    embeds,
    event_forms,
    events,
    exports,
    feeds,
    home,
    outlets,
    people,
    quote,
    revisions,
    search,
    search_help,
    series,
    suggest,
    trends,
    turns,
)


class SlugConverter:
    """A slug in the letters of any script."""

    regex = r"[-\w]{1,100}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PublicIdConverter(SlugConverter):
    """A turn's id, also as people copy it by hand; `permalinks` leads them to the one that was meant."""

    regex = r"[0-9A-Za-z]{8}"


class NumberConverter(IntConverter):
    """A number that any database can hold."""

    regex = r"[0-9]{1,9}"


register_converter(SlugConverter, "words")
register_converter(PublicIdConverter, "id")
register_converter(NumberConverter, "number")

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/help/", search_help.search_help, name="search-help"),
    path("search/suggest", suggest.suggest, name="search-suggest"),
    path("search.json", exports.search_json, name="search-json"),
    path("search.csv", exports.search_csv, name="search-csv"),
    path("search.atom", feeds.search_atom, name="search-atom"),
    path("search.feed.json", feeds.search_json_feed, name="search-json-feed"),
    path("follow/", alerts.follow, name="follow"),
    path("follow/confirm/<str:signed>/", alerts.confirm, name="follow-confirm"),
    path("follow/stop/<str:signed>/", alerts.stop, name="follow-stop"),
    path("quote/", quote.quote, name="quote"),
    path("quote.json", quote.quote_json, name="quote-json"),
    path("trends/", trends.trends, name="trends"),
    path("trends.csv", trends.trends_csv, name="trends-csv"),
    path("events/", events.events, name="events"),
    path("events/<words:slug>/", events.event, name="event"),
    path("events/<words:slug>.json", event_forms.event_json, name="event-json"),
    path("events/<words:slug>.txt", event_forms.event_text, name="event-text"),
    path("events/<words:slug>.csv", event_forms.event_csv, name="event-csv"),
    path("events/<words:slug>.akn.xml", event_forms.event_akn, name="event-akn"),
    path("events/<words:slug>.tei.xml", event_forms.event_tei, name="event-tei"),
    path("events/<words:slug>/revisions/", revisions.history, name="revisions"),
    path("events/<words:slug>/revisions/<number:number>/", revisions.revision, name="revision"),
    path("events/<words:slug>/revisions/<number:old>..<number:new>/", revisions.difference, name="revision-difference"),
    path("t/<id:public_id>/", turns.turn, name="turn"),
    path("t/<id:public_id>.json", data.turn_json, name="turn-json"),
    path("t/<id:public_id>.txt", data.turn_text, name="turn-text"),
    path("t/<id:public_id>.bib", citations.turn_bib, name="turn-bib"),
    path("t/<id:public_id>.ris", citations.turn_ris, name="turn-ris"),
    path("t/<id:public_id>.csl.json", citations.turn_csl, name="turn-csl"),
    path("t/<id:public_id>/embed/", embeds.embed, name="turn-embed"),
    path("oembed", embeds.oembed, name="oembed"),
    path("people/", people.people, name="people"),
    path("people/<words:slug>/", people.person, name="person"),
    path("outlets/", outlets.outlets, name="outlets"),
    path("outlets/<words:slug>/", outlets.outlet, name="outlet"),
    path("series/", series.series_list, name="series-list"),
    path("series/<words:slug>/", series.series, name="series"),
    path("about/", about.about, name="about"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("opensearch.xml", crawlers.opensearch, name="opensearch"),
    path("sitemap.xml", crawlers.sitemap_index, name="sitemaps"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": crawlers.SITEMAPS}, name="sitemap"),
]
