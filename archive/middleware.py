"""What every request passes through beyond Django's own middleware."""

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")


class ProxyMiddleware:
    """Believe `X-Forwarded-*` from `TRUSTED_PROXIES` and from nobody else.

    Django's SECURE_PROXY_SSL_HEADER believes every client; whoever reaches gunicorn directly could claim HTTPS.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.networks = [ip_network(proxy, strict=False) for proxy in settings.TRUSTED_PROXIES]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forwarded = {name: request.META.pop(name, "") for name in FORWARDED}
        if self._trusts(request.META.get("REMOTE_ADDR", "")):
            self._believe(request, forwarded)
        return self.get_response(request)

    def _trusts(self, address: str) -> bool:
        try:
            client = ip_address(address)
        except ValueError:
            return False
        return any(client in network for network in self.networks)

    def _believe(self, request: HttpRequest, forwarded: dict[str, str]) -> None:
        client, scheme, host = (forwarded[name].split(",")[-1].strip() for name in FORWARDED)
        if client:
            request.META["REMOTE_ADDR"] = client
        if host:
            request.META["HTTP_HOST"] = host
        if scheme in ("http", "https"):
            request.META["wsgi.url_scheme"] = request.environ["wsgi.url_scheme"] = scheme


class PermissionsPolicyMiddleware:
    """Ask browsers to keep from this site what it never uses.

    The names are those of https://www.w3.org/TR/permissions-policy/.
    """

    POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
