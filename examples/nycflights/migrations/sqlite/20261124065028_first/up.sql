-- data.airline: make the table
CREATE TABLE "nycflights_airline" (
    "code" TEXT NOT NULL CHECK (length("code") <= 2),
    "name" TEXT NOT NULL CHECK (length("name") <= 64),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_airline__pk" PRIMARY KEY ("code")
);

-- data.airport: make the table
CREATE TABLE "nycflights_airport" (
    "faa" TEXT NOT NULL CHECK (length("faa") <= 3),
    "name" TEXT NOT NULL CHECK (length("name") <= 128),
    "latitude" DOUBLE NOT NULL,
    "longitude" DOUBLE NOT NULL,
    "altitude" BIGINT NOT NULL,
    "utc_offset" DOUBLE NOT NULL,
    "time_zone" TEXT CHECK (length("time_zone") <= 64),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_airport__pk" PRIMARY KEY ("faa")
);
CREATE INDEX "nycflights_airport__name__idx" ON "nycflights_airport" ("name");

-- data.flight: make the table
CREATE TABLE "nycflights_flight" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "time_hour" TIMESTAMP NOT NULL,
    "carrier_id" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "origin_id" TEXT NOT NULL,
    "destination_id" TEXT NOT NULL,
    "plane_id" TEXT,
    "scheduled_departure" BIGINT NOT NULL,
    "departure" BIGINT,
    "departure_delay" BIGINT,
    "scheduled_arrival" BIGINT NOT NULL,
    "arrival" BIGINT,
    "arrival_delay" BIGINT,
    "air_time" BIGINT,
    "distance" BIGINT NOT NULL,
    "remark" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_flight__pk" PRIMARY KEY ("id"),
    CONSTRAINT "nycflights_flight__carrier_id__fk" FOREIGN KEY ("carrier_id") REFERENCES "nycflights_airline" ("code"),
    CONSTRAINT "nycflights_flight__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "nycflights_airport" ("faa"),
    CONSTRAINT "nycflights_flight__destination_id__fk" FOREIGN KEY ("destination_id") REFERENCES "nycflights_airport" ("faa"),
    CONSTRAINT "nycflights_flight__plane_id__fk" FOREIGN KEY ("plane_id") REFERENCES "nycflights_plane" ("tail_number")
);
CREATE UNIQUE INDEX "nycflights_flight__time_hour__carrier_id__number__key" ON "nycflights_flight" ("time_hour", "carrier_id", "number");
CREATE INDEX "nycflights_flight__origin_id__plane_id__idx" ON "nycflights_flight" ("origin_id", "plane_id");
CREATE INDEX "nycflights_flight__departure_delay__idx" ON "nycflights_flight" ("departure_delay");
CREATE INDEX "nycflights_flight__carrier_id__idx" ON "nycflights_flight" ("carrier_id");
CREATE INDEX "nycflights_flight__destination_id__idx" ON "nycflights_flight" ("destination_id");
CREATE INDEX "nycflights_flight__plane_id__idx" ON "nycflights_flight" ("plane_id");

-- data.plane: make the table
CREATE TABLE "nycflights_plane" (
    "tail_number" TEXT NOT NULL CHECK (length("tail_number") <= 8),
    "year" BIGINT,
    "category" TEXT NOT NULL CHECK (length("category") <= 64),
    "manufacturer" TEXT NOT NULL CHECK (length("manufacturer") <= 64),
    "model" TEXT NOT NULL CHECK (length("model") <= 64),
    "engines" BIGINT NOT NULL,
    "seats" BIGINT NOT NULL,
    "speed" BIGINT,
    "engine" TEXT NOT NULL CHECK (length("engine") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_plane__pk" PRIMARY KEY ("tail_number")
);
CREATE INDEX "nycflights_plane__manufacturer__idx" ON "nycflights_plane" ("manufacturer");

-- data.watch: make the table
CREATE TABLE "nycflights_watch" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "user_id" TEXT NOT NULL,
    "airport_id" TEXT NOT NULL,
    "minutes" BIGINT NOT NULL DEFAULT 30,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_watch__pk" PRIMARY KEY ("id"),
    CONSTRAINT "nycflights_watch__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name"),
    CONSTRAINT "nycflights_watch__airport_id__fk" FOREIGN KEY ("airport_id") REFERENCES "nycflights_airport" ("faa")
);
CREATE UNIQUE INDEX "nycflights_watch__user_id__airport_id__key" ON "nycflights_watch" ("user_id", "airport_id");
CREATE INDEX "nycflights_watch__airport_id__idx" ON "nycflights_watch" ("airport_id");

-- data.weather: make the table
CREATE TABLE "nycflights_weather" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "origin_id" TEXT NOT NULL,
    "time_hour" TIMESTAMP NOT NULL,
    "temperature" DOUBLE,
    "dew_point" DOUBLE,
    "humidity" DOUBLE,
    "wind_direction" DOUBLE,
    "wind_speed" DOUBLE,
    "wind_gust" DOUBLE,
    "precipitation" DOUBLE,
    "pressure" DOUBLE,
    "visibility" DOUBLE,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_weather__pk" PRIMARY KEY ("id"),
    CONSTRAINT "nycflights_weather__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "nycflights_airport" ("faa")
);
CREATE UNIQUE INDEX "nycflights_weather__origin_id__time_hour__key" ON "nycflights_weather" ("origin_id", "time_hour");

-- data.group: make the table
CREATE TABLE "platform_group" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_group__pk" PRIMARY KEY ("name")
);

-- data.log: make the table
CREATE TABLE "platform_log" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "command" TEXT NOT NULL CHECK (length("command") <= 256),
    "user" TEXT NOT NULL CHECK (length("user") <= 256),
    "os_user" TEXT CHECK (length("os_user") <= 256),
    "status" TEXT NOT NULL CHECK (length("status") <= 32),
    "parameters" TEXT NOT NULL,
    "detail" TEXT,
    "worker" TEXT CHECK (length("worker") <= 256),
    "attempt" BIGINT NOT NULL DEFAULT 1,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "exit_code" BIGINT,
    "started" TIMESTAMP,
    "finished" TIMESTAMP,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_log__pk" PRIMARY KEY ("name")
);
CREATE INDEX "platform_log__command__idx" ON "platform_log" ("command");
CREATE INDEX "platform_log__user__idx" ON "platform_log" ("user");
CREATE INDEX "platform_log__status__idx" ON "platform_log" ("status");
CREATE INDEX "platform_log__created__idx" ON "platform_log" ("created" DESC);

-- data.membership: make the table
CREATE TABLE "platform_membership" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "user_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_membership__pk" PRIMARY KEY ("id"),
    CONSTRAINT "platform_membership__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name"),
    CONSTRAINT "platform_membership__group_id__fk" FOREIGN KEY ("group_id") REFERENCES "platform_group" ("name")
);
CREATE INDEX "platform_membership__group_id__idx" ON "platform_membership" ("group_id");
CREATE INDEX "platform_membership__user_id__group_id__idx" ON "platform_membership" ("user_id", "group_id");

-- data.user: make the table
CREATE TABLE "platform_user" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "email" TEXT CHECK (length("email") <= 254),
    "first_name" TEXT CHECK (length("first_name") <= 128),
    "last_name" TEXT CHECK (length("last_name") <= 128),
    "is_active" BOOLEAN NOT NULL DEFAULT TRUE,
    "token" BLOB CHECK (length("token") = 32),
    "last_login" TIMESTAMP,
    "desk" TEXT CHECK (length("desk") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);
CREATE UNIQUE INDEX "platform_user__token__key" ON "platform_user" ("token");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
