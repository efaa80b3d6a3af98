#!/usr/bin/env python3
"""usage: check.py FOLDER_OF_PACKAGES REPOSITORY

Looks over packages as they would be published: what each says of itself, its first use, its symbols, notices for code of others, and that nothing in
it names this machine. Prints a table of packages with their sizes. Exit status: 0 all well, 1 something is not (each is told), 2 usage.
"""
import json
import pathlib
import re
import sys
import uuid
import xml.etree.ElementTree as xml
import zipfile

MOST_LINES_OF_FIRST_USE = 10
VERSION = re.compile(r"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$")
COMMIT = re.compile(r"^[0-9a-f]{40}$")
BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
OURS = re.compile(r"^(HwToken|NanoBoard|NanoGuard|hwtoken|nanoguard)\b", re.IGNORECASE)
NOTICES = "THIRD-PARTY-NOTICES.txt"
# Custom debug information of portable PDB files: the sources themselves, or where they are.
SOURCES = (uuid.UUID("0e8a571b-6926-466e-b4ad-8ab04611f5fe").bytes_le, uuid.UUID("cc110556-a091-4d38-9fec-25ab9a351a6a").bytes_le)


def metadata(package):
    """The .nuspec's elements by name, and the attributes of its repository."""
    root = xml.fromstring(package.read(next(name for name in package.namelist() if name.endswith(".nuspec") and "/" not in name)))
    elements = {element.tag.rpartition("}")[2]: element for element in root.iter()}
    return {name: (element.text or "").strip() for name, element in elements.items()}, elements["repository"].attrib if "repository" in elements else {}


def of_metadata(package):
    """What a person sees before installing it."""
    said, repository = metadata(package)
    names = set(package.namelist())
    for name in ("id", "version", "authors", "copyright", "description", "tags", "releaseNotes"):
        if not said.get(name):
            yield f"has no {name}"
    if not VERSION.match(said.get("version", "")):
        yield f"has the version '{said.get('version')}'"
    if len(said.get("description", "")) < 40:
        yield "has a description of less than 40 characters"
    if said.get("license") != "MIT":
        yield f"has the licence '{said.get('license', '')}'"
    for name in ("icon", "readme"):
        if said.get(name) not in names:
            yield f"has no {name} in it"
    if repository.get("type") != "git" or not COMMIT.match(repository.get("commit", "")):
        yield "does not say which commit it was made from"


def of_readme(package):
    """A first use of at most ten lines, for whoever reads nothing else."""
    said, _ = metadata(package)
    if said.get("readme") not in package.namelist():
        return
    text = package.read(said["readme"]).decode("utf-8")
    blocks = BLOCK.findall(text)
    if not blocks:
        yield "shows no first use in its readme"
    elif (lines := len(blocks[0].strip().splitlines())) > MOST_LINES_OF_FIRST_USE:
        yield f"begins with {lines} lines of code in its readme, more than {MOST_LINES_OF_FIRST_USE}"
    for link in re.findall(r"\]\((?!https?://|#)([^)\s]+)", text):
        yield f"has a link in its readme that leads nowhere outside of the repository: {link}"


def of_others(package):
    """Notices for each package whose files are in it."""
    names = package.namelist()
    carried = set()
    for name in (name for name in names if name.endswith(".deps.json")):
        dependencies = json.loads(package.read(name))
        files = {key for target in dependencies["targets"].values() for key, parts in target.items() if {"runtime", "native", "runtimeTargets", "resources"} & parts.keys()}
        carried |= {key.replace("/", " ") for key, library in dependencies["libraries"].items() if library["type"] == "package" and key in files}
    if not any(name.endswith(".deps.json") for name in names):
        # What lies in surface/ bears the names of others and is ours: reference assemblies, names without code.
        carried = {pathlib.PurePath(name).stem for name in names if name.endswith(".dll") and not name.startswith("surface/") and not OURS.match(pathlib.PurePath(name).name)}
    if not carried:
        return
    text = package.read(NOTICES).decode("utf-8") if NOTICES in names else ""
    for one in sorted(carried):
        if not re.search(rf"^{re.escape(one)}( |$)", text, re.MULTILINE | re.IGNORECASE):
            yield f"carries {one} and has no notice for it"


def of_symbols(package, symbols):
    """A debugger finds the lines of our assemblies, and the text of the lines."""
    there = {pathlib.PurePath(name).stem: source.read(name) for source in (package, symbols) if source for name in source.namelist() if name.endswith(".pdb")}
    for name in (pathlib.PurePath(name) for name in package.namelist() if name.endswith(".dll")):
        if OURS.match(name.name) and "ref" not in name.parts:
            if name.stem not in there:
                yield f"has no symbols for {name.name}"
            elif not any(kind in there[name.stem] for kind in SOURCES):
                yield f"has symbols for {name.name} that lead to no source"


def of_this_machine(package, symbols, repository):
    """Folders of whoever packed it."""
    places = {str(repository), str(pathlib.Path.home())} - {"/", "/root"}
    for source in (package, symbols):
        for name in source.namelist() if source else ():
            content = source.read(name)
            for place in sorted(places):
                if place.encode() in content or place.encode("utf-16-le") in content:
                    yield f"names {place} in {name}"


def faults(package, symbols, repository):
    """All that is not as it should be."""
    yield from of_metadata(package)
    yield from of_readme(package)
    yield from of_others(package)
    yield from of_symbols(package, symbols)
    yield from of_this_machine(package, symbols, repository)


def main(arguments):
    """See the head of this file."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder, repository = map(pathlib.Path, arguments)
    files = sorted(folder.glob("*.nupkg"), key=lambda file: file.name.lower())
    if not files:
        print(f"check: there is no package in {folder}", file=sys.stderr)
        return 2
    found = 0
    for file in files:
        beside = file.with_suffix(".snupkg")
        with zipfile.ZipFile(file) as package:
            symbols = zipfile.ZipFile(beside) if beside.is_file() else None
            said, _ = metadata(package)
            print(f"{said['id']:<24}{said['version']:<24}{file.stat().st_size / 1024:>10,.0f} KB")
            for fault in faults(package, symbols, repository.resolve()):
                found += 1
                print(f"check: {file.name} {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
