"""Who may say what a request's address, scheme and host are."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from archive.middleware import ProxyMiddleware

CLAIM = {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.9", "HTTP_X_FORWARDED_PROTO": "https"}


def through(settings, proxies, **meta):
    settings.TRUSTED_PROXIES = proxies
    seen = []

    def view(request):
        seen.append(request)
        return HttpResponse()

    ProxyMiddleware(view)(RequestFactory().get("/", **meta))
    return seen[0]


def test_a_stranger_s_forwarded_headers_are_not_believed(settings):
    request = through(settings, ["10.0.0.0/8"], REMOTE_ADDR="198.51.100.7", **CLAIM)
    assert request.META["REMOTE_ADDR"] == "198.51.100.7"
    assert not request.is_secure()
    assert "HTTP_X_FORWARDED_FOR" not in request.META


def test_a_trusted_proxy_names_the_client_that_it_saw_itself(settings):
    request = through(settings, ["10.0.0.0/8"], REMOTE_ADDR="10.1.2.3", **CLAIM)
    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert request.is_secure()


@pytest.mark.parametrize("address", ["", "unix:", "nonsense"])
def test_an_address_that_is_none_is_not_trusted(settings, address):
    assert not through(settings, ["10.0.0.0/8"], REMOTE_ADDR=address, **CLAIM).is_secure()
