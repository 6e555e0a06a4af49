"""What a schema cannot say: which records there are. Requests that should succeed refer to some of these."""

import functools
import os

import requests
import schemathesis
from schemathesis.generation import GenerationMode

ADDRESS = os.environ["ADDRESS"]
HEADERS = {"Authorization": "Bearer " + os.environ["API_TOKEN"]}


@functools.cache
def summary():
    return requests.get(f"{ADDRESS}/openapi.json", headers=HEADERS).json()["x-data"]


def records(type_):
    """Names of a few records that there are now: other requests make some and delete some."""
    identifier = summary()[type_]["id"]
    results = requests.get(f"{ADDRESS}/{type_}/?count=20", headers=HEADERS).json()["results"]
    return [record[identifier] for record in results]


def existing(type_, written):
    known = records(type_)
    return known[len(str(written)) % len(known)]


def is_meant(case):
    return case.meta is None or case.meta.generation.mode == GenerationMode.POSITIVE


@schemathesis.hook
def before_call(context, case, kwargs):
    type_ = case.path.strip("/").split("/")[0]
    if case.path.endswith("/bulk/"):
        # Whole types would be emptied, and nothing be left to ask for.
        case.headers["Prefer"] = "tx=rollback"
        # Records that fail are told in a report: which there are is no matter of schemas, what they are is.
        if isinstance(case.body, dict):
            if is_meant(case):
                case.body["mode"] = "each"
            elif case.body.get("mode") == "each":
                del case.body["mode"]
        return
    if not is_meant(case):
        return
    # Cursors are only got, never made up; conditions on columns and their order name those of the same request.
    free = ["having", "ordering"] if case.path.endswith("/aggregate/") else ["cursor"]
    for name in free:
        (case.query or {}).pop(name, None)
        if case.path.endswith("/query/") and isinstance(case.body, dict):
            case.body.pop(name, None)
    if type_ not in summary() or not isinstance(case.body, dict):
        return
    for name, target in summary()[type_]["relations"].items():
        written = case.body.get(name)
        if isinstance(written, list):
            case.body[name] = sorted({existing(target, item) for item in written})
        elif written is not None:
            case.body[name] = existing(target, written)


# What is wrong with a record that fits its schema: only what other records say, or the application's own code.
OF_OTHERS = {"unique", "does_not_exist", "ambiguous", "protected", "required", "read_only", "refused"}


@schemathesis.check
def records_fail_for_what_others_are(context, response, case):
    if not case.path.endswith("/bulk/") or response.status_code != 200 or not is_meant(case):
        return
    mistakes = [list_ for result in response.json()["results"] for list_ in result.get("errors", {}).values()]
    codes = {mistake["code"] for list_ in mistakes for mistake in list_}
    assert codes <= OF_OTHERS, f"{codes - OF_OTHERS} although the records fit the schema"
