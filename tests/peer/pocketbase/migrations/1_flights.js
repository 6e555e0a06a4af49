// The example's models as collections: the same fields, indexes and rules of access. Who may do what follows from the collection
// that an account is in: a rule over a field of accounts would join them to every list, and sort all of its rows.

const READS = '@request.auth.collectionName = "viewers" || @request.auth.collectionName = "editors"';
const KEEPS = '@request.auth.collectionName = "editors"';

// Keys of the example are in capitals. Identifiers in small letters alone are found to be free by the index, others by a scan.
const id = (length, pattern = "^[A-Z0-9]+$") => ({
  name: "id", type: "text", primaryKey: true, required: true, system: true, min: 1, max: length, pattern,
  autogeneratePattern: pattern.slice(1, 9) + `{${Math.min(length, 15)}}`,
});
const text = (name, max) => ({ name, type: "text", required: true, max });
const whole = (name) => ({ name, type: "number", onlyInt: true });
const float = (name) => ({ name, type: "number" });
const relation = (name, to, required) => ({ name, type: "relation", collectionId: to.id, maxSelect: 1, required });
const TIMES = [
  { name: "created", type: "autodate", onCreate: true },
  { name: "updated", type: "autodate", onCreate: true, onUpdate: true },
];

function collection(name, views, fields, indexes) {
  return new Collection({
    name, type: "base", listRule: views, viewRule: views, createRule: KEEPS, updateRule: KEEPS, deleteRule: KEEPS,
    fields: [...fields, ...TIMES], indexes,
  });
}

function make(app) {
  const airline = collection("airline", "", [id(2), text("name", 64)], []);
  app.save(airline);
  const airport = collection("airport", "", [
    id(3), text("name", 128), float("latitude"), float("longitude"), whole("altitude"), float("utc_offset"),
    { ...text("time_zone", 64), required: false },
  ], ["CREATE INDEX airport_name ON airport (name)"]);
  app.save(airport);
  const plane = collection("plane", READS, [
    id(8), whole("year"), text("category", 64), text("manufacturer", 64), text("model", 64), whole("engines"), whole("seats"),
    { ...whole("speed"), hidden: true }, text("engine", 32),
  ], ["CREATE INDEX plane_manufacturer ON plane (manufacturer)"]);
  app.save(plane);
  app.save(collection("flight", READS, [
    id(64, "^[a-z0-9]+$"), { name: "time_hour", type: "date", required: true }, relation("carrier", airline, true), whole("number"),
    relation("origin", airport, true), relation("destination", airport, true), relation("plane", plane, false),
    whole("scheduled_departure"), whole("departure"), whole("departure_delay"), whole("scheduled_arrival"), whole("arrival"),
    whole("arrival_delay"), whole("air_time"), whole("distance"), { name: "remark", type: "text", hidden: true },
  ], [
    "CREATE UNIQUE INDEX flight_key ON flight (time_hour, carrier, number)",
    "CREATE INDEX flight_origin_plane ON flight (origin, plane)",
    "CREATE INDEX flight_departure_delay ON flight (departure_delay)",
    "CREATE INDEX flight_carrier ON flight (carrier)",
    "CREATE INDEX flight_destination ON flight (destination)",
    "CREATE INDEX flight_plane ON flight (plane)",
  ]));
}

function makeAccounts(app) {
  for (const name of ["viewer", "editor"]) {
    const accounts = new Collection({ name: `${name}s`, type: "auth", authAlert: { enabled: false } });
    app.save(accounts);
    const account = new Record(accounts);
    account.setEmail(`${name}@example.com`);
    account.setPassword("for measurements only");
    app.save(account);
  }
}

// No log of requests, as the other side keeps none; many records in one request.
function set(app) {
  const settings = app.settings();
  settings.logs.maxDays = 0;
  settings.batch.enabled = true;
  settings.batch.maxRequests = 200;
  app.save(settings);
}

migrate((app) => {
  make(app);
  makeAccounts(app);
  set(app);
});
