"""Pages of the admin as an editor works on them: a form is sent back as it was shown, but for what was changed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

ADD = "/admin/transcripts/event/add/"


class _Fields(HTMLParser):
    """The values that a browser would send with the form of this id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside, self.values = form_id, False, {}
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside or "disabled" in given:
            return
        self._start(tag, given)

    def _start(self, tag: str, given: dict) -> None:
        name = given.get("name", "")
        if tag == "template":
            self.inside = False
        elif tag == "input" and ("checked" in given or given.get("type") not in ("checkbox", "radio", "submit")):
            self.values[name] = given.get("value") or ("on" if given.get("type") == "checkbox" else "")
        elif tag == "select":
            self.select = name
            self.values.setdefault(name, "")
        elif tag == "option" and "selected" in given:
            self.values[self.select] = given.get("value") or ""
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.inside = True
        if tag == "textarea" and self.area:
            self.values[self.area] = self.values[self.area].removeprefix("\n")
            self.area = ""
        if tag == "form":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.area:
            self.values[self.area] += data


def change_page(event: Any) -> str:
    return reverse("admin:transcripts_event_change", args=[event.pk])


def shown_fields(client: Client, event: Any) -> dict[str, str]:
    """What the page of the event would send if it were saved as it is."""
    return fields_of(client.get(change_page(event)))


def fields_of(page: Any, form_id: str = "event_form") -> dict[str, str]:
    """What the form of this id would send from a page that was answered."""
    parser = _Fields(form_id)
    parser.feed(page.content.decode())
    return parser.values


def preview(client: Client, **fields: Any):
    return client.post(ADD, {"do": "preview", "text": "", **fields})


def save(client: Client, do: str = "draft", **fields: Any):
    """Preview, then press the button: what was seen is sent along, as the page does."""
    seen = preview(client, **fields).context["form"].data
    kept = {name: seen.get(name, "") for name in ("seen", "waiting", "text")}
    return client.post(ADD, {**fields, **kept, "file": "", "do": do}, follow=True)
