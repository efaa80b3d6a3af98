#!/usr/bin/env python3
"""usage: notices.py PROJECT.csproj...

Writes obj/THIRD-PARTY-NOTICES.txt beside each project that carries files of others (a tool, or one that says CarriesOthers): of every package whose files go into a program, what it is, who made it and under which
licence, with the texts of the licences and the notices that the packages bring. Read from what was restored (obj/project.assets.json).
A package that licences/approved.txt does not name, or names with another licence, is refused: somebody has to look at it first.
Exit status: 0 written, 1 a package is not approved or has no licence, 2 usage or nothing restored.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent
APPROVED = HERE / "licences" / "approved.txt"
LINE = "=" * 100
# A library names its packages and brings none of their files: who installs it gets them from their makers, notices and all.
CARRIES = re.compile(r"<(PackAsTool|CarriesOthers)>true<")
BRINGS_NOTICE = re.compile(r"^(licen[cs]e|notice|third.?party.?notices|copying)(\.(txt|md))?$", re.IGNORECASE)


class Refused(Exception):
    """What has to be done before this can be packed."""


def carried(assets):
    """Names and versions of the packages whose files are laid beside the program, and where each was unpacked."""
    (_, target), = ((name, target) for name, target in assets["targets"].items() if "/" not in name)
    folders = [pathlib.Path(folder) for folder in assets["packageFolders"]]
    for key, package in sorted(target.items(), key=lambda item: item[0].lower()):
        files = [name for kind in ("runtime", "native", "runtimeTargets", "resource") for name in package.get(kind, {})]
        if package["type"] == "package" and any(not name.endswith("_._") for name in files):
            name, version = key.split("/")
            yield name, version, next(at for folder in folders if (at := folder / assets["libraries"][key]["path"]).is_dir())


def described(folder):
    """What a package says of itself: licence (an SPDX expression or the name of a file in it), copyright, makers, address."""
    root = xml.parse(next(folder.glob("*.nuspec"))).getroot()
    said = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root.iter()}
    return {"licence": said.get("license", ""), "copyright": said.get("copyright", ""), "by": said.get("authors", ""), "at": said.get("projectUrl", "") or said.get("licenseUrl", "")}


def approved(text):
    """Licence by name of package, both as they stand in approved.txt; names with a * at their end stand for all that begin so."""
    lines = (line.split(maxsplit=1) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name.lower(): licence.strip() for name, licence in lines}


def approval(name, table):
    """The licence that was approved for a package, or None."""
    name = name.lower()
    return table.get(name) or next((licence for key, licence in table.items() if key.endswith("*") and name.startswith(key[:-1])), None)


def read(path):
    """A text as every system shows it."""
    return path.read_text("utf-8-sig", errors="replace").replace("\r\n", "\n").strip()


def notices(program, packages, table, licences=HERE / "licences"):
    """The whole text for one program."""
    parts, texts, kinds = [], {}, set()
    for name, version, folder in packages:
        said = described(folder)
        if (wanted := approval(name, table)) != said["licence"] or not said["licence"]:
            raise Refused(f"{name} {version} has the licence '{said['licence']}', and licences/approved.txt "
                          + (f"says '{wanted}'." if wanted else "does not name it.") + f" Read what the licence asks for; then add or change the line: {name} {said['licence'] or 'LICENCE'}")
        parts.append(f"{name} {version}\n" + "".join(f"    {label:<10}{said[label]}\n" for label in ("licence", "copyright", "by", "at") if said[label]))
        own = sorted(file for file in folder.iterdir() if BRINGS_NOTICE.match(file.name))
        for file in own:
            texts.setdefault(read(file), []).append(f"{name} {version}, {file.name}")
        if said["licence"] not in [file.name for file in own]:
            kinds.add(said["licence"])
    for kind in sorted(kinds):
        file = licences / f"{kind}.txt"
        if not file.is_file():
            raise Refused(f"there is no text of the licence '{kind}': put it into {file.relative_to(HERE.parent)}")
        parts.append(f"{LINE}\nText of the licence {kind}\n{LINE}\n{read(file)}\n")
    for text, whose in sorted(texts.items(), key=lambda item: item[1][0].lower()):
        parts.append(f"{LINE}\n" + "\n".join(whose) + f"\n{LINE}\n{text}\n")
    return f"{program} carries these packages of others:\n\n" + "\n".join(parts)


def main(projects):
    """See the head of this file."""
    if not projects:
        print(__doc__, file=sys.stderr)
        return 2
    table = approved(APPROVED.read_text("utf-8"))
    for project in map(pathlib.Path, projects):
        if not CARRIES.search(project.read_text("utf-8-sig")):
            continue
        assets = project.parent / "obj" / "project.assets.json"
        if not assets.is_file():
            print(f"notices: nothing was restored for {project}: dotnet restore {project}", file=sys.stderr)
            return 2
        try:
            text = notices(project.stem, carried(json.loads(assets.read_text("utf-8"))), table)
        except Refused as refused:
            print(f"notices: {project.stem}: {refused}", file=sys.stderr)
            return 1
        (project.parent / "obj" / "THIRD-PARTY-NOTICES.txt").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
