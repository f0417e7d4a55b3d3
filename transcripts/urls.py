"""The product's addresses; the contract of each is in docs/addresses.md."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
