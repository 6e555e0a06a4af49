"""Copies the flights and their relations from the example's SQLite database into PocketBase's: load.py FROM TO."""

import sqlite3
import sys

MOMENT = "strftime('%Y-%m-%d %H:%M:%fZ', {})"
TIMES = f"{MOMENT.format('created')}, {MOMENT.format('updated')}"

AIRLINES = f"INSERT INTO airline (id, name, created, updated) SELECT code, name, {TIMES} FROM there.nycflights_airline"

AIRPORTS = f"""
INSERT INTO airport (id, name, latitude, longitude, altitude, utc_offset, time_zone, created, updated)
SELECT faa, name, latitude, longitude, altitude, utc_offset, coalesce(time_zone, ''), {TIMES} FROM there.nycflights_airport
"""

PLANES = f"""
INSERT INTO plane (id, year, category, manufacturer, model, engines, seats, speed, engine, created, updated)
SELECT tail_number, coalesce(year, 0), category, manufacturer, model, engines, seats, coalesce(speed, 0), engine, {TIMES}
FROM there.nycflights_plane
"""

# What PocketBase knows no null for is zero or empty, as it would store it itself.
FLIGHTS = f"""
INSERT INTO flight (id, time_hour, carrier, number, origin, destination, plane, scheduled_departure, departure,
    departure_delay, scheduled_arrival, arrival, arrival_delay, air_time, distance, created, updated)
SELECT lower(hex(id)), {MOMENT.format('time_hour')}, carrier_id, number, origin_id, destination_id, coalesce(plane_id, ''),
    scheduled_departure, coalesce(departure, 0), coalesce(departure_delay, 0), scheduled_arrival, coalesce(arrival, 0),
    coalesce(arrival_delay, 0), coalesce(air_time, 0), distance, {TIMES}
FROM there.nycflights_flight
"""


def load(source, target):
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("ATTACH ? AS there", [source])
    connection.execute("BEGIN")
    for statement in (AIRLINES, AIRPORTS, PLANES, FLIGHTS):
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("ANALYZE main")
    connection.execute("DETACH there")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


load(sys.argv[1], sys.argv[2])
