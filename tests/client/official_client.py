"""Every method of the official client, unmodified, against a running example.

Takes the address, a user, its token and perhaps its encryption key from the environment. Ends well only if all of it worked.
"""

import os
import sys
import urllib.parse

import pandas
import zimagi
from openapi_spec_validator import OpenAPIV31SpecValidator

ADDRESS = urllib.parse.urlparse(os.environ["ADDRESS"])
KEY = os.environ.get("ENCRYPTION_KEY")


def connect(user, token):
    return zimagi.DataClient(
        protocol=ADDRESS.scheme, host=ADDRESS.hostname, port=ADDRESS.port, user=user, token=token, encryption_key=KEY
    )


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: expected {expected!r}, found {found!r}")


def refused(what, code, call):
    """The call is refused with this status, and the client could read why."""
    try:
        call()
    except zimagi.ResponseError as error:
        expect(f"{what}, the status", error.code, code)
        return error.result
    return sys.exit(f"{what}: nothing was refused")


def check_documents(client):
    status = client.get_status()
    expect("status", (status.message, status.encryption), ("System check successful", KEY is not None))
    expect("schema", client.get_schema()["openapi"], "3.1.0")
    expect("id", (client.get_id_field("flight"), client.get_key_field("airport")), ("id", "faa"))
    expect("relations", client.get_relation_fields("watch"), {"user": "user", "airport": "airport"})
    expect("scope", client.get_scope_fields("flight"), {})
    expect("unique", sorted(client.get_unique_fields("flight")), ["carrier", "number", "time_hour"])
    if not client.get_path("airline/csv")["$ref"].endswith("/schema/airline/csv/"):
        sys.exit(f"no reference to a path: {client.get_path('airline/csv')}")
    full = client.get_schema(full=True)
    for path, item in full["paths"].items():
        if "$ref" in item or not any(method in item for method in ("get", "post", "put", "delete")):
            sys.exit(f"{path} has no operations: {item}")
    OpenAPIV31SpecValidator(full).validate()


def check_reading(client):
    page = client.list("airline", count=3, ordering="-code")
    expect("list", (page.count, len(page.results), page.results[0].code), (16, 3, "YV"))
    expect("next page", "page=2" in page.next, True)
    expect("filters", client.list("flight", plane__manufacturer="BOEING", arrival_delay__isnull=True).count, 0)
    expect("list filter", client.list("airline", code__in=["AA", "UA"]).count, 2)
    expect("get", client.get("airport", "JFK").name, "John F Kennedy Intl")
    expect("get by key", client.get_by_key("airline", "UA").name, "United Air Lines Inc.")
    rows = client.json("airline", fields=["code", "name"], ordering="code", limit=2)
    expect("json", [row.code for row in rows], ["9E", "AA"])
    frame = client.csv("airline", fields=["code", "name"], ordering="code", limit=2)
    expect("csv", frame.values.tolist(), [["9E", "Endeavor Air Inc."], ["AA", "American Airlines Inc."]])
    expect("csv columns", list(frame.columns), ["code", "name"])
    nothing = client.csv("airline", fields=["code"], code="none")
    expect("empty csv", (isinstance(nothing, pandas.DataFrame), len(nothing)), (True, 0))


def check_counting(client):
    values = client.values("airport", "time_zone", faa__in=["JFK", "ORD"])
    expect("values", (values.count, values.results), (2, ["America/Chicago", "America/New_York"]))
    expect("values by identifier", client.values("airline", code__in=["UA", "AA"]).results, ["AA", "UA"])
    expect("count", client.count("airport", "time_zone", faa__in=["JFK", "ORD", "EWR"]), 2)
    expect("count by identifier", client.count("airline"), 16)


def check_writing(client):
    made = client.create("airline", code="ZQ", name="Grüße & Söhne, 50%")
    expect("create", (made.code, made.name), ("ZQ", "Grüße & Söhne, 50%"))
    expect("update", client.update("airline", "ZQ", name="Other").name, "Other")
    expect("get what was updated", client.get("airline", "ZQ").name, "Other")
    wrong = refused("create again", 409, lambda: client.create("airline", code="ZQ", name="Again"))
    expect("conflict", list(wrong["detail"]), ["code"])
    invalid = refused("create invalid", 422, lambda: client.create("airline", code="TOOLONG"))
    expect("invalid", sorted(invalid["detail"]), ["code", "name"])
    expect("delete", client.delete("airline", "ZQ"), None)
    expect("gone", client.list("airline", code="ZQ").count, 0)


def check_refusals(client):
    missing = refused("get missing", 404, lambda: client.get("airport", "XXX"))
    expect("missing", missing["code"], "not_found")
    wrong = refused("wrong filter", 400, lambda: client.list("airline", nme="x"))
    expect("wrong", wrong["parameters"][0]["similar"], ["name"])
    refused("hidden type", 404, lambda: client.json("invented"))
    refused("download", 404, lambda: client.download("invented"))


def check_strangers():
    """Who proves nothing is told so in clear: there is no key to encrypt with."""
    try:
        connect("nobody", "0" * 40)
    except zimagi.ResponseError as error:
        expect("a stranger", error.code, 401)
        return
    sys.exit("a stranger was let in")


client = connect(os.environ["API_USER"], os.environ["API_TOKEN"])
check_documents(client)
check_reading(client)
check_counting(client)
check_writing(client)
check_refusals(client)
check_strangers()
