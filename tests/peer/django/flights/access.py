"""Who is asking, and whether they may see flights: the same rule that the example's specs state, on the same accounts."""

from hashlib import sha256
from hmac import compare_digest

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission

from .models import User

VIEWERS = {"admin", "flight-admin", "flight-viewer", "dispatcher"}


class TokenAuthentication(BaseAuthentication):
    """Reads `Token NAME TOKEN`."""

    def authenticate(self, request):
        words = get_authorization_header(request).decode().split()
        if not words:
            return None
        if len(words) != 3 or words[0] != "Token":
            raise AuthenticationFailed
        user = User.objects.filter(name=words[1], is_active=True).first()
        if user is None or not compare_digest(bytes(user.token), sha256(words[2].encode()).digest()):
            raise AuthenticationFailed
        return user, None


class ViewsFlights(BasePermission):
    def has_permission(self, request, view):
        if request.user is None:
            return False
        groups = request.user.memberships.values_list("group_id", flat=True)
        return not VIEWERS.isdisjoint(groups)
