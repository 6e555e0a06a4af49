"""Whether the document of a running example is a valid one: for a caller with the token in the environment, or for anyone."""

import json
import os
import sys
import urllib.request

from openapi_spec_validator import OpenAPIV31SpecValidator

request = urllib.request.Request(os.environ["ADDRESS"] + "/openapi.json")
if "API_TOKEN" in os.environ:
    request.add_header("Authorization", "Bearer " + os.environ["API_TOKEN"])
with urllib.request.urlopen(request) as answer:
    document = json.load(answer)
errors = [f"{list(error.absolute_path)}: {error.message}" for error in OpenAPIV31SpecValidator(document).iter_errors()]
print(len(document["paths"]), "paths,", len(json.dumps(document)), "bytes")
sys.exit("\n".join(errors) or 0)
