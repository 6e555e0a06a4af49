"""Settings for serving: no debugging, persistent connections, JSON only."""

import os
from urllib.parse import urlsplit

_database = urlsplit(os.environ["DATABASE_URL"])

DEBUG = False
SECRET_KEY = "for measurements only"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "flights.urls"
INSTALLED_APPS = ["rest_framework", "django_filters", "flights"]
MIDDLEWARE = []
USE_TZ = False
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": _database.hostname,
        "PORT": _database.port,
        "USER": _database.username,
        "PASSWORD": _database.password or "",
        "NAME": _database.path.lstrip("/"),
        "CONN_MAX_AGE": None,
    }
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["flights.access.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["flights.access.ViewsFlights"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend", "rest_framework.filters.OrderingFilter"],
    "UNAUTHENTICATED_USER": None,
}
