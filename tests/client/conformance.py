"""Requests made up from the document of a running example: whatever is asked, the answer is one that the document tells.

Takes the address and a token that may do much. Users and groups are only read, or the caller would lose its rights on the way.
"""

import os
import re
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
SCHEMATHESIS = os.path.join(os.path.dirname(sys.executable), "schemathesis")
ACCOUNTS = "^/(user|group|membership)/"


def conform(name, seconds, least, *selection):
    command = [SCHEMATHESIS, "--config-file", os.path.join(FOLDER, "schemathesis.toml")]
    command += ["run", os.environ["ADDRESS"] + "/openapi.json", "--no-color", "--warnings", "off"]
    # How fast data is made up is the machine's affair.
    command += ["--suppress-health-check", "too_slow"]
    command += ["--header", "Authorization: Bearer " + os.environ["API_TOKEN"], "--max-time", str(seconds), *selection]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": os.path.join(FOLDER, "conformance_hooks.py")}
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    cases = int((re.search(r"(\d+) generated", ran.stdout) or [0, 0])[1])
    print(f"{name}: {cases} cases")
    if ran.returncode != 0:
        sys.exit(ran.stdout)
    if cases < least:
        sys.exit(f"{name}: fewer than {least} cases were tried\n{ran.stdout}")


seconds = int(os.environ.get("CONFORMANCE_SECONDS", "40"))
conform("data", seconds, 10 * seconds, "--exclude-path-regex", ACCOUNTS)
bodies = ["--include-path-regex", "^/[a-z]+/(query|bulk)/$", "--exclude-path-regex", ACCOUNTS]
conform("questions and many records", max(seconds // 2, 10), 2 * seconds, *bodies)
conform("accounts", max(seconds // 4, 5), seconds // 2, "--include-path-regex", ACCOUNTS, "--include-method", "GET")
