"""What every template may say of the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    """The site's name, and the absolute address of the page without its query, for canonical links."""
    return {"SITE_NAME": settings.SITE_NAME, "canonical_url": site_url(request) + request.path}


def site_url(request: HttpRequest) -> str:
    """Scheme and host of the site as the public sees it, without a slash at the end."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
