"""Stands in for AutoChat while a program is tried: takes any car and says whether it is the vendor's example.

fake-autochat.py DIR serves on a free port of 127.0.0.1 until it is ended. DIR/port has the port; DIR/requests has a line
for each request; DIR/verdict has what became of the last car: "same", or a line for each difference.
"""

import decimal
import http.server
import json
import pathlib
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
OPTIONS = ROOT / "src/main/resources/app/forecourt/practice/options.json"
EXAMPLE = ROOT / "src/test/resources/example-car.json"
TOKEN = "recorded"
DIR = pathlib.Path(sys.argv[1])


def read(text):
    # 15944.63 is compared by its digits; a float would forgive a rounding error.
    return json.loads(text, parse_float=decimal.Decimal)


def differences(car):
    example = read(EXAMPLE.read_text("utf-8"))
    for name in example.keys() | car.keys():
        wanted, got = example.get(name, "(absent)"), car.get(name, "(absent)")
        if wanted != got or type(wanted) is not type(got):
            yield f"{name}: {got!r} instead of {wanted!r}"


def put(name, text):
    """Readers see the whole file or none."""
    half = DIR / (name + ".half")
    half.write_text(text, "utf-8")
    half.rename(DIR / name)


class Autochat(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.body()
        if self.path == "/api/options":
            self.admitted(lambda: (200, json.loads(OPTIONS.read_text("utf-8"))))
        else:
            self.answer(404, {})

    def do_POST(self):
        body = self.body()
        if self.path == "/oauth/token":
            self.answer(200, {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 86400})
        elif self.path == "/api/cars":
            self.admitted(lambda: self.take(body))
        else:
            self.answer(404, {})

    def body(self):
        with open(DIR / "requests", "a", encoding="utf-8") as requests:
            print(self.command, self.path, self.headers["User-Agent"], file=requests)
        return self.rfile.read(int(self.headers["Content-Length"] or 0))

    def admitted(self, inside):
        if self.headers["Authorization"] == "Bearer " + TOKEN:
            self.answer(*inside())
        else:
            self.answer(401, {})

    def take(self, body):
        (DIR / "car.json").write_bytes(body)
        found = sorted(differences(read(body)))
        put("verdict", "\n".join(found or ["same"]) + "\n")
        return 201, {"uuid": str(uuid.uuid4())}

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Autochat)
put("port", str(server.server_port))
server.serve_forever()
