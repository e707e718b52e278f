"""Prints what to type for the vendor's example car, in form order, a line each: text, flag or option, name, value."""

import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIELDS = ROOT / "src/main/java/app/forecourt/car/CarField.java"
OPTIONS = ROOT / "src/main/resources/app/forecourt/practice/options.json"
EXAMPLE = ROOT / "src/test/resources/example-car.json"

# Numbers keep their spelling.
car = json.loads(EXAMPLE.read_text("utf-8"), parse_float=str, parse_int=str)
pretty = {option["name"]: option["prettyName"] for option in json.loads(OPTIONS.read_text("utf-8"))}
fields = re.findall(r'[A-Z_]+\(\s*"(\w+)",\s*Section\.\w+,\s*FieldType\.(\w+)', FIELDS.read_text("utf-8"))
missed = car.keys() - {name for name, _ in fields}
assert not missed, f"no field for {missed}"

for name, kind in fields:
    if kind == "FLAG":
        print("flag", name, "on" if car[name] else "off")
    elif kind != "OPTIONS":
        # Fields without an AutoChat member are not typed.
        value = car.get(name, "")
        print("text", name, ", ".join(value) if isinstance(value, list) else value)
for name in car["options"]:
    print("option", name, pretty[name])
