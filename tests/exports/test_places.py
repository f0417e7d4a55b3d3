"""Addresses of many rows are those that each page has."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from transcripts.exports.places import Places

ORIGIN = "https://archive.example.org"


@pytest.mark.parametrize("slug", ["2024-04-04-press-conference", "brücke-öffnung", "記者会見", "a_b-c", "00000000"])
@pytest.mark.parametrize("name", ["event", "person", "outlet"])
def test_a_slug_of_any_script_has_the_address_of_its_page(name, slug):
    address = getattr(Places(ORIGIN), name)(SimpleNamespace(slug=slug))
    assert address == ORIGIN + reverse(name, args=[slug])


def test_a_turn_has_the_address_of_its_page():
    address = Places(ORIGIN).turn(SimpleNamespace(public_id="7t0sc6yz"))
    assert address == ORIGIN + reverse("turn", args=["7t0sc6yz"])
