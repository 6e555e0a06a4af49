"""The example's tables, which Django reads and does not manage."""

from django.db import models


class Moments(models.Model):
    created = models.DateTimeField(null=True)
    updated = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class User(models.Model):
    name = models.TextField(primary_key=True)
    token = models.BinaryField(null=True)
    is_active = models.BooleanField()
    is_authenticated = True

    class Meta:
        managed = False
        db_table = "platform_user"


class Membership(models.Model):
    id = models.BinaryField(primary_key=True)
    user = models.ForeignKey(User, models.DO_NOTHING, related_name="memberships")
    group_id = models.TextField()

    class Meta:
        managed = False
        db_table = "platform_membership"


class Airline(Moments):
    code = models.TextField(primary_key=True)
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "nycflights_airline"


class Airport(Moments):
    faa = models.TextField(primary_key=True)
    name = models.TextField()
    latitude = models.FloatField()
    longitude = models.FloatField()
    altitude = models.BigIntegerField()
    utc_offset = models.FloatField()
    time_zone = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "nycflights_airport"


class Plane(Moments):
    tail_number = models.TextField(primary_key=True)
    year = models.BigIntegerField(null=True)
    category = models.TextField()
    manufacturer = models.TextField()
    model = models.TextField()
    engines = models.BigIntegerField()
    seats = models.BigIntegerField()
    speed = models.BigIntegerField(null=True)
    engine = models.TextField()

    class Meta:
        managed = False
        db_table = "nycflights_plane"


class Flight(Moments):
    id = models.BinaryField(primary_key=True)
    time_hour = models.DateTimeField()
    carrier = models.ForeignKey(Airline, models.DO_NOTHING, related_name="flights")
    number = models.BigIntegerField()
    origin = models.ForeignKey(Airport, models.DO_NOTHING, related_name="departures")
    destination = models.ForeignKey(Airport, models.DO_NOTHING, related_name="arrivals")
    plane = models.ForeignKey(Plane, models.DO_NOTHING, null=True, related_name="flights")
    scheduled_departure = models.BigIntegerField()
    departure = models.BigIntegerField(null=True)
    departure_delay = models.BigIntegerField(null=True)
    scheduled_arrival = models.BigIntegerField()
    arrival = models.BigIntegerField(null=True)
    arrival_delay = models.BigIntegerField(null=True)
    air_time = models.BigIntegerField(null=True)
    distance = models.BigIntegerField()
    remark = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "nycflights_flight"
