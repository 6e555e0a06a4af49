"""The same paths as on the other side."""

from rest_framework.routers import SimpleRouter

from .api import Flights, Planes

router = SimpleRouter()
router.register("flight", Flights)
router.register("plane", Planes)
urlpatterns = router.urls
