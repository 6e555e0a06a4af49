"""Flights and planes: serializers, filters, pages and views in the framework's usual way."""

from django.db.models import F
from django_filters import rest_framework as filters
from rest_framework import serializers, viewsets
from rest_framework.filters import OrderingFilter
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response

from .models import Airline, Airport, Flight, Plane


class Digest(serializers.Field):
    """An identifier: bytes in the database, hexadecimal digits in answers."""

    def to_representation(self, value):
        return bytes(value).hex()


class AirlineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Airline
        fields = "__all__"


class AirportSerializer(serializers.ModelSerializer):
    class Meta:
        model = Airport
        fields = "__all__"


class PlaneSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plane
        exclude = ["speed"]


class FlightSerializer(serializers.ModelSerializer):
    id = Digest()

    class Meta:
        model = Flight
        exclude = ["remark"]


class FullFlightSerializer(FlightSerializer):
    carrier = AirlineSerializer()
    origin = AirportSerializer()
    destination = AirportSerializer()
    plane = PlaneSerializer()


class FlightFilter(filters.FilterSet):
    class Meta:
        model = Flight
        fields = {"plane__manufacturer": ["exact"], "origin__name": ["contains"]}


class PlaneFilter(filters.FilterSet):
    class Meta:
        model = Plane
        fields = {"flights__destination__faa": ["exact"]}


class Page(PageNumberPagination):
    """Pages with the total, or without where that is asked for."""

    page_size = 50
    page_size_query_param = "count"

    def paginate_queryset(self, queryset, request, view=None):
        self.has_total = request.query_params.get("total") != "none"
        if self.has_total:
            return super().paginate_queryset(queryset, request, view)
        size, number = self.get_page_size(request), int(request.query_params.get("page", 1))
        return list(queryset[(number - 1) * size : number * size])

    def get_paginated_response(self, data):
        return super().get_paginated_response(data) if self.has_total else Response({"results": data})


class Ordering(OrderingFilter):
    """Nulls last and a last word for ties, as on the other side."""

    def filter_queryset(self, request, queryset, view):
        terms = self.get_ordering(request, queryset, view) or []
        orders = [F(term[1:]).desc(nulls_last=True) if term.startswith("-") else F(term).asc() for term in terms]
        return queryset.order_by(*orders, "pk")


class Flights(viewsets.ReadOnlyModelViewSet):
    queryset = Flight.objects.all()
    filterset_class = FlightFilter
    filter_backends = [filters.DjangoFilterBackend, Ordering]
    ordering_fields = ["departure_delay", "time_hour"]
    pagination_class = Page

    def get_serializer_class(self):
        return FullFlightSerializer if self.action == "retrieve" else FlightSerializer

    def get_queryset(self):
        related = ["carrier", "origin", "destination", "plane"]
        return self.queryset.select_related(*related) if self.action == "retrieve" else self.queryset

    def get_object(self):
        self.kwargs["pk"] = bytes.fromhex(self.kwargs["pk"])
        return super().get_object()


class Planes(viewsets.ReadOnlyModelViewSet):
    queryset = Plane.objects.distinct()
    serializer_class = PlaneSerializer
    filterset_class = PlaneFilter
    filter_backends = [filters.DjangoFilterBackend, Ordering]
    ordering_fields = ["tail_number"]
    pagination_class = Page
