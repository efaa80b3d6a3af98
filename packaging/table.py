#!/usr/bin/env python3
"""The table of packages with their sizes, and the first use of each (packaging/packages.md), from the packed files.

usage: packaging/table.py FOLDER [--check]
Writes the page; with --check tells what of it is not true any more. Fails where a package is missing in it, or a first use has more than ten lines.
"""
import json
import pathlib
import re
import sys
import tarfile
import zipfile
from xml.etree import ElementTree

PAGE = pathlib.Path(__file__).parent / "packages.md"
MOST_OFF = 0.2
MOST_LINES = 10


def nuget(path):
    with zipfile.ZipFile(path) as packed:
        spec = ElementTree.fromstring(packed.read(next(name for name in packed.namelist() if name.endswith(".nuspec"))))
        meta = {element.tag.split("}")[1]: element for element in spec[0]}
        kind = "tool" if any(element.get("name") == "DotnetTool" for element in spec.iter() if element.tag.endswith("packageType")) else "NuGet"
        return meta["id"].text, kind, meta["description"].text, packed.read("README.md").decode(), path.stat().st_size


def npm(path):
    with tarfile.open(path) as packed:
        meta = json.load(packed.extractfile("package/package.json"))
        return meta["name"], "npm", meta["description"], packed.extractfile("package/README.md").read().decode(), path.stat().st_size


def first_use(name, readme):
    block = re.search(r"^```(\w*)[^\n]*\n(.*?)^```", readme, re.M | re.S)
    if not block:
        return None
    if len(block[2].splitlines()) > MOST_LINES:
        sys.exit(f"{name}: the first use in its README has more than {MOST_LINES} lines")
    return f"```{block[1]}\n{block[2]}```"


def packages(folder):
    found = [nuget(path) for path in folder.glob("*.nupkg")] + [npm(path) for path in folder.glob("*.tgz")]
    return sorted(found, key=lambda one: ({"tool": 0, "NuGet": 1, "npm": 2}[one[1]], one[0].lower()))


def size(count):
    return f"{count / 1024:,.0f} KB" if count < 1 << 20 else f"{count / (1 << 20):,.1f} MB"


def page(found):
    lines = ["# The packages, and the first lines with each", "", "Written by `packaging/table.py` from the packed files; `.ci/packages` checks it.", "", "| package | kind | size | what it is |", "|---|---|---|---|"]
    lines += [f"| `{name}` | {kind} | {size(count)} | {words} |" for name, kind, words, _, count in found]
    for name, _, _, readme, _ in found:
        use = first_use(name, readme)
        lines += ["", f"## {name}", "", use or "A part of the others; nothing is to be done with it alone."]
    return "\n".join(lines) + "\n"


def without_sizes(text):
    return re.sub(r"\| [\d.,]+ [KM]B \|", "| |", text)


def sizes(text):
    unit = {"KB": 1024, "MB": 1 << 20}
    return {name: float(number.replace(",", "")) * unit[word] for name, number, word in re.findall(r"^\| `([^`]+)` \| \w+ \| ([\d.,]+) ([KM]B) \|", text, re.M)}


def check(found, written, now):
    """Packages that are missing or gone end the run; what else has changed is told."""
    before = sizes(written)
    names = {name for name, *_ in found}
    if names != before.keys():
        sys.exit(f"{PAGE.name} lists other packages ({', '.join(sorted(names ^ before.keys()))}): packaging/table.py FOLDER writes it anew")
    off = [name for name, _, _, _, count in found if abs(count - before[name]) > MOST_OFF * count]
    if off or without_sizes(written) != without_sizes(now):
        print(f"{PAGE.name} is behind the packages{': sizes of ' + ', '.join(off) if off else ''}; packaging/table.py FOLDER writes it anew")


def main():
    found = packages(pathlib.Path(sys.argv[1]))
    now = page(found)
    if "--check" in sys.argv:
        check(found, PAGE.read_text(), now)
    else:
        PAGE.write_text(now)


main()
