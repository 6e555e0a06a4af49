-- data.airline: make the table
CREATE TABLE "nycflights_airline" (
    "code" varchar(2) COLLATE "C" NOT NULL,
    "name" varchar(64) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "nycflights_airline__pk" PRIMARY KEY ("code")
);

-- data.airport: make the table
CREATE TABLE "nycflights_airport" (
    "faa" varchar(3) COLLATE "C" NOT NULL,
    "name" varchar(128) COLLATE "C" NOT NULL,
    "latitude" double precision NOT NULL,
    "longitude" double precision NOT NULL,
    "altitude" bigint NOT NULL,
    "utc_offset" double precision NOT NULL,
    "time_zone" varchar(64) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "nycflights_airport__pk" PRIMARY KEY ("faa")
);

-- data.flight: make the table
CREATE TABLE "nycflights_flight" (
    "id" bytea NOT NULL,
    "time_hour" timestamp(6) without time zone NOT NULL,
    "carrier_id" varchar(2) COLLATE "C" NOT NULL,
    "number" bigint NOT NULL,
    "origin_id" varchar(3) COLLATE "C" NOT NULL,
    "destination_id" varchar(3) COLLATE "C" NOT NULL,
    "plane_id" varchar(8) COLLATE "C",
    "scheduled_departure" bigint NOT NULL,
    "departure" bigint,
    "departure_delay" bigint,
    "scheduled_arrival" bigint NOT NULL,
    "arrival" bigint,
    "arrival_delay" bigint,
    "air_time" bigint,
    "distance" bigint NOT NULL,
    "remark" text COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "nycflights_flight__pk" PRIMARY KEY ("id")
);

-- data.plane: make the table
CREATE TABLE "nycflights_plane" (
    "tail_number" varchar(8) COLLATE "C" NOT NULL,
    "year" bigint,
    "category" varchar(64) COLLATE "C" NOT NULL,
    "manufacturer" varchar(64) COLLATE "C" NOT NULL,
    "model" varchar(64) COLLATE "C" NOT NULL,
    "engines" bigint NOT NULL,
    "seats" bigint NOT NULL,
    "speed" bigint,
    "engine" varchar(32) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "nycflights_plane__pk" PRIMARY KEY ("tail_number")
);

-- data.watch: make the table
CREATE TABLE "nycflights_watch" (
    "id" bytea NOT NULL,
    "user_id" varchar(256) COLLATE "C" NOT NULL,
    "airport_id" varchar(3) COLLATE "C" NOT NULL,
    "minutes" bigint NOT NULL DEFAULT 30,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "nycflights_watch__pk" PRIMARY KEY ("id")
);

-- data.weather: make the table
CREATE TABLE "nycflights_weather" (
    "id" bytea NOT NULL,
    "origin_id" varchar(3) COLLATE "C" NOT NULL,
    "time_hour" timestamp(6) without time zone NOT NULL,
    "temperature" double precision,
    "dew_point" double precision,
    "humidity" double precision,
    "wind_direction" double precision,
    "wind_speed" double precision,
    "wind_gust" double precision,
    "precipitation" double precision,
    "pressure" double precision,
    "visibility" double precision,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "nycflights_weather__pk" PRIMARY KEY ("id")
);

-- data.group: make the table
CREATE TABLE "platform_group" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "platform_group__pk" PRIMARY KEY ("name")
);

-- data.lease: make the table
CREATE TABLE "platform_lease" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "holder" varchar(256) COLLATE "C" NOT NULL,
    "fence" bigint NOT NULL,
    "expires" timestamp(6) without time zone NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "platform_lease__pk" PRIMARY KEY ("name")
);

-- data.log: make the table
CREATE TABLE "platform_log" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "command" varchar(256) COLLATE "C" NOT NULL,
    "user" varchar(256) COLLATE "C" NOT NULL,
    "os_user" varchar(256) COLLATE "C",
    "status" varchar(32) COLLATE "C" NOT NULL,
    "parameters" text COLLATE "C" NOT NULL,
    "detail" text COLLATE "C",
    "worker" varchar(256) COLLATE "C",
    "attempt" bigint NOT NULL DEFAULT 1,
    "fence" bigint NOT NULL DEFAULT 0,
    "exit_code" bigint,
    "started" timestamp(6) without time zone,
    "finished" timestamp(6) without time zone,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "platform_log__pk" PRIMARY KEY ("name")
);

-- data.log_message: make the table
CREATE TABLE "platform_log_message" (
    "id" bytea NOT NULL,
    "log" varchar(256) COLLATE "C" NOT NULL,
    "sequence" bigint NOT NULL,
    "level" varchar(32) COLLATE "C" NOT NULL,
    "name" varchar(256) COLLATE "C",
    "data" text COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "platform_log_message__pk" PRIMARY KEY ("id")
);

-- data.membership: make the table
CREATE TABLE "platform_membership" (
    "id" bytea NOT NULL,
    "user_id" varchar(256) COLLATE "C" NOT NULL,
    "group_id" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "platform_membership__pk" PRIMARY KEY ("id")
);

-- data.user: make the table
CREATE TABLE "platform_user" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "email" varchar(254) COLLATE "C",
    "first_name" varchar(128) COLLATE "C",
    "last_name" varchar(128) COLLATE "C",
    "is_active" boolean NOT NULL DEFAULT TRUE,
    "token" bytea,
    "last_login" timestamp(6) without time zone,
    "desk" varchar(32) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);

-- data.airport: make the table
CREATE INDEX "nycflights_airport__name__idx" ON "nycflights_airport" ("name");

-- data.flight: make the table
CREATE UNIQUE INDEX "nycflights_flight__time_hour__carrier_id__number__key" ON "nycflights_flight" ("time_hour", "carrier_id", "number");
CREATE INDEX "nycflights_flight__origin_id__plane_id__idx" ON "nycflights_flight" ("origin_id", "plane_id");
CREATE INDEX "nycflights_flight__departure_delay__idx" ON "nycflights_flight" ("departure_delay");
CREATE INDEX "nycflights_flight__carrier_id__idx" ON "nycflights_flight" ("carrier_id");
CREATE INDEX "nycflights_flight__destination_id__idx" ON "nycflights_flight" ("destination_id");
CREATE INDEX "nycflights_flight__plane_id__idx" ON "nycflights_flight" ("plane_id");

-- data.plane: make the table
CREATE INDEX "nycflights_plane__manufacturer__idx" ON "nycflights_plane" ("manufacturer");

-- data.watch: make the table
CREATE UNIQUE INDEX "nycflights_watch__user_id__airport_id__key" ON "nycflights_watch" ("user_id", "airport_id");
CREATE INDEX "nycflights_watch__airport_id__idx" ON "nycflights_watch" ("airport_id");

-- data.weather: make the table
CREATE UNIQUE INDEX "nycflights_weather__origin_id__time_hour__key" ON "nycflights_weather" ("origin_id", "time_hour");

-- data.lease: make the table
CREATE INDEX "platform_lease__expires__idx" ON "platform_lease" ("expires");

-- data.log: make the table
CREATE INDEX "platform_log__command__idx" ON "platform_log" ("command");
CREATE INDEX "platform_log__user__idx" ON "platform_log" ("user");
CREATE INDEX "platform_log__status__idx" ON "platform_log" ("status");
CREATE INDEX "platform_log__created__idx" ON "platform_log" ("created" DESC NULLS LAST);

-- data.log_message: make the table
CREATE UNIQUE INDEX "platform_log_message__log__sequence__key" ON "platform_log_message" ("log", "sequence");

-- data.membership: make the table
CREATE INDEX "platform_membership__group_id__idx" ON "platform_membership" ("group_id");
CREATE INDEX "platform_membership__user_id__group_id__idx" ON "platform_membership" ("user_id", "group_id");

-- data.user: make the table
CREATE UNIQUE INDEX "platform_user__token__key" ON "platform_user" ("token");

-- data.flight: what the table refers to
ALTER TABLE "nycflights_flight" ADD CONSTRAINT "nycflights_flight__carrier_id__fk" FOREIGN KEY ("carrier_id") REFERENCES "nycflights_airline" ("code");
ALTER TABLE "nycflights_flight" ADD CONSTRAINT "nycflights_flight__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "nycflights_airport" ("faa");
ALTER TABLE "nycflights_flight" ADD CONSTRAINT "nycflights_flight__destination_id__fk" FOREIGN KEY ("destination_id") REFERENCES "nycflights_airport" ("faa");
ALTER TABLE "nycflights_flight" ADD CONSTRAINT "nycflights_flight__plane_id__fk" FOREIGN KEY ("plane_id") REFERENCES "nycflights_plane" ("tail_number");

-- data.watch: what the table refers to
ALTER TABLE "nycflights_watch" ADD CONSTRAINT "nycflights_watch__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name");
ALTER TABLE "nycflights_watch" ADD CONSTRAINT "nycflights_watch__airport_id__fk" FOREIGN KEY ("airport_id") REFERENCES "nycflights_airport" ("faa");

-- data.weather: what the table refers to
ALTER TABLE "nycflights_weather" ADD CONSTRAINT "nycflights_weather__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "nycflights_airport" ("faa");

-- data.membership: what the table refers to
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name");
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership__group_id__fk" FOREIGN KEY ("group_id") REFERENCES "platform_group" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "nycflights_airline";
ANALYZE "nycflights_airport";
ANALYZE "nycflights_flight";
ANALYZE "nycflights_plane";
ANALYZE "nycflights_watch";
ANALYZE "nycflights_weather";
ANALYZE "platform_group";
ANALYZE "platform_lease";
ANALYZE "platform_log";
ANALYZE "platform_log_message";
ANALYZE "platform_membership";
ANALYZE "platform_user";
