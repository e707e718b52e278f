"""Starts each program in turn, looks at its window until it is finished, and compares medians. Used by run.sh."""

import os
import re
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

WORK, ROUNDS = Path(sys.argv[1]), int(sys.argv[2])
JDK = os.environ["JDK"]
IMAGE = Path("target/image/forecourt").resolve()
RUNTIME = IMAGE / "lib/runtime/bin/java"
# The part of the screen where each has its first fields, or its button: below the title bar, which the window manager
# draws, and between the columns where Forecourt has its lists. Every third row of it is looked at.
ROWS, COLUMNS = range(70, 380, 3), (320, 960)
# A form counts as usable when so much of what that part shows in the end is there: Forecourt's first frame, with the first
# card and its fields. The other cards follow in the next frames; all is there when no more than a remainder is missing.
ENOUGH, ALL = 0.6, 0.98
LOOKS, SETTLED = 0.008, 2.5
FIELDS = 30
BEFORE = "Forecourt, the image before"


def picture():
    """Measures visible content by the length of the compressed rows; an empty window is as short as the desktop."""
    with open(WORK / "Xvfb_screen0", "rb") as file:
        data = file.read()
    head = struct.unpack(">25I", data[:100])
    start, line = head[0] + head[19] * 12, head[12]
    left, right = (column * head[11] // 8 for column in COLUMNS)
    return len(zlib.compress(b"".join(data[start + row * line + left:start + row * line + right] for row in ROWS), 1))


def tree(pid):
    """The process and all its descendants."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid] + [one for child in below for one in tree(int(child))]


def memory(pid):
    """Resident and proportional megabytes of a tree."""
    rss = pss = 0
    for one in tree(pid):
        text = Path(f"/proc/{one}/smaps_rollup").read_text()
        rss += int(re.search(r"Rss:\s+(\d+)", text)[1])
        pss += int(re.search(r"Pss:\s+(\d+)", text)[1])
    return rss / 1024, pss / 1024


def once(command, log=None):
    empty = picture()
    seen = []
    begun = time.monotonic()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    last = begun
    while time.monotonic() - begun < 30 and (not seen or time.monotonic() - last < SETTLED):
        now, much = time.monotonic(), picture() - empty
        if abs(much - (seen[-1][1] if seen else 0)) > 20:
            seen.append((now, much))
            last = now
        time.sleep(LOOKS)
    if not seen:
        os.killpg(program.pid, signal.SIGTERM)
        raise SystemExit(f"{command[0]} showed nothing")
    rss, pss = memory(program.pid)
    finished = seen[-1][1]
    form, whole = (next(at for at, much in seen if much >= part * finished) - begun for part in (ENOUGH, ALL))
    stages = {}
    if log:
        # On a busy computer this line comes after the picture has settled.
        reached = re.compile(r"Reached in ms: (.*)")
        until = time.monotonic() + 20
        while not (log.exists() and reached.search(log.read_text())):
            if time.monotonic() > until:
                raise SystemExit(f"{command[0]} did not log its stages")
            time.sleep(0.05)
        stages = {name: int(ms) for name, ms in re.findall(r"(\w+) (\d+)", reached.findall(log.read_text())[-1])}
    os.killpg(program.pid, signal.SIGTERM)
    program.wait()
    until = time.monotonic() + 10
    while abs(picture() - empty) > 20 and time.monotonic() < until:
        time.sleep(0.05)
    return {"form": form * 1000, "whole": whole * 1000, "rss": rss, "pss": pss, "stages": stages}


def forecourt(home, cache=True, image=IMAGE):
    def start():
        fresh = WORK / "home"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(WORK / home, fresh)
        os.environ["JAVA_TOOL_OPTIONS"] = f"-Dforecourt.home={fresh}" + ("" if cache else " -XX:AOTMode=off")
        try:
            return once([image / "bin/forecourt"], fresh / "logs/forecourt.0.log")
        finally:
            del os.environ["JAVA_TOOL_OPTIONS"]
    return start


def bare(java, before, *options):
    return lambda: once([java, *options, "-cp", f"{before}{WORK}/bare", "Bare"])


def chromium():
    page = WORK / "form.html"
    fields = "".join(f"<p><label>Field {n}<br><input name=f{n}></label></p>" for n in range(FIELDS))
    page.write_text("<!doctype html><title>Form</title>"
                    f"<form style='columns:3;font:14px sans-serif'>{fields}<button>Send</button></form>")
    return lambda: once(["chromium", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
                         "--disable-background-networking", "--disable-component-update", "--disable-quic",
                         f"--user-data-dir={WORK}/chromium", "--window-position=0,0", "--window-size=1366,860",
                         f"--app=file://{page}"])


javafx = (WORK / "javafx").read_text().strip()
programs = {
    "Forecourt": forecourt("few"),
    **({BEFORE: forecourt("few", image=Path(os.environ["BEFORE"]).resolve())} if os.environ.get("BEFORE") else {}),
    "Forecourt, 20,000 cars": forecourt("many"),
    "Forecourt without its cache": forecourt("few", cache=False),
    "bare window, class path": bare(f"{JDK}/bin/java", javafx + ":", "--enable-native-access=ALL-UNNAMED"),
    "bare window, our runtime": bare(RUNTIME, "", "--enable-native-access=javafx.graphics"),
}
if shutil.which("chromium"):
    programs["form in Chromium"] = chromium()

for start in programs.values():
    start()  # The first time fills the system's caches.
runs = {name: [] for name in programs}
for _ in range(ROUNDS):
    for name, start in programs.items():
        runs[name].append(start())


def median(name, what):
    return statistics.median(run[what] for run in runs[name])


against, browser = "bare window, class path", "form in Chromium"
print(f"# Start and memory, medians of {ROUNDS}\n")
print("| | usable, ms | least–most | × bare | × Chromium | whole, ms | resident, MB | × bare | PSS, MB | × Chromium |")
print("|---|---|---|---|---|---|---|---|---|---|")


def ratio(name, other, what):
    return f"{median(name, what) / median(other, what):.2f}" if other in runs else "–"


for name in programs:
    forms = [run["form"] for run in runs[name]]
    print(f"| {name} | {median(name, 'form'):.0f} | {min(forms):.0f}–{max(forms):.0f} | {ratio(name, against, 'form')} | "
          f"{ratio(name, browser, 'form')} | {median(name, 'whole'):.0f} | {median(name, 'rss'):.0f} | "
          f"{ratio(name, against, 'rss')} | {median(name, 'pss'):.0f} | {ratio(name, browser, 'pss')} |")
many, few = median("Forecourt, 20,000 cars", "form"), median("Forecourt", "form")
print(f"\nWith 20,000 cars the form takes {many / few:.2f} times as long.\n")
if BEFORE in runs:
    pairs = [run["form"] / before["form"] for run, before in zip(runs["Forecourt"], runs[BEFORE])]
    print(f"Beside the image before it takes {few / median(BEFORE, 'form'):.2f} times as long; in each turn "
          f"{min(pairs):.2f}–{max(pairs):.2f}, median {statistics.median(pairs):.2f}.\n")
for name in [name for name in programs if name.startswith("Forecourt")]:
    stages = [run["stages"] for run in runs[name]]
    told = ", ".join(f"{stage} {statistics.median(one[stage] for one in stages):.0f}" for stage in stages[0])
    print(f"- {name}, its own log in ms since the process began: {told}")
size = sum(file.stat().st_size for file in IMAGE.rglob("*") if file.is_file() and not file.is_symlink())
print(f"- installed {size / 1e6:.0f} MB, its cache {(IMAGE / 'lib/app/forecourt.aot').stat().st_size / 1e6:.0f} MB")
for file in sorted(Path("target").rglob("*.deb")) + sorted(Path("target").rglob("*.rpm")):
    print(f"- {file.name} {file.stat().st_size / 1e6:.1f} MB")
