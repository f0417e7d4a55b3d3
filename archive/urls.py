"""Where each part of the site hangs. The product's own addresses are in transcripts/urls.py."""

from django.contrib import admin
from django.urls import include, path

from archive.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("admin/", admin.site.urls),
    path("", include("transcripts.urls")),
]

handler400 = "transcripts.views.errors.bad_request"
handler403 = "transcripts.views.errors.forbidden"
handler404 = "transcripts.views.errors.not_found"
handler500 = "transcripts.views.errors.server_error"
