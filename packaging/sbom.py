#!/usr/bin/env python3
"""usage: sbom.py FOLDER VERSION PROJECT.csproj...

Writes what each package is made of into FOLDER/PACKAGE.cdx.json (CycloneDX), by the CycloneDX tool of .config/dotnet-tools.json, from what was
restored. The same commit gives the same bytes: the time is the commit's. Exit status: 0 written, 1 the tool failed or a part has no licence.
"""
import concurrent.futures
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

PACKAGE_ID = re.compile(r"<PackageId>([^<]+)</PackageId>")
OPTIONS = ["--recursive", "--disable-package-restore", "--no-serial-number", "--exclude-dev", "--include-project-references", "--set-nuget-purl", "--include-license-text", "--output-format", "Json"]


def package_id(project):
    """The package's name: what the project says, else the project's own."""
    said = PACKAGE_ID.search(project.read_text("utf-8-sig"))
    return said.group(1) if said else project.stem


def settled(document, time, version):
    """The document with the commit's time, and our own rooms in the version of all."""
    document["metadata"]["timestamp"] = time
    ours = {part["bom-ref"] for part in document["components"] if not part.get("licenses")}
    text = json.dumps(document, indent=2, ensure_ascii=False)
    for reference in ours:
        text = text.replace(f'"{reference}"', f'"{reference.rpartition("@")[0]}@{version}"')
    document = json.loads(text)
    for part in document["components"]:
        if not part.get("licenses"):
            part["version"] = version
            part["licenses"] = [{"license": {"id": "MIT"}}]
    return document


def main(arguments):
    """See the head of this file."""
    folder, version, *projects = arguments
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    seconds = int(subprocess.run(["git", "log", "-1", "--format=%ct"], capture_output=True, text=True, check=True).stdout)
    time = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    ours = list(pathlib.Path(".").resolve().glob("*/*/*.csproj"))
    rooms = {path.stem for path in ours} | {package_id(path) for path in ours}

    def parts_list(project):
        """Writes one list. Answers what went wrong, or None."""
        name = package_id(project)
        file = folder / f"{name}.cdx.json"
        run = subprocess.run(["dotnet", "tool", "run", "dotnet-CycloneDX", str(project), *OPTIONS, "--set-name", name, "--set-version", version, "--output", str(folder), "--filename", file.name],
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            return f"sbom: {name}: {run.stdout[-2000:]}{run.stderr[-2000:]}"
        document = json.loads(file.read_text("utf-8-sig"))
        nameless = [part["name"] for part in document["components"] if not part.get("licenses") and part["name"] not in rooms]
        if nameless:
            return f"sbom: {name}: no licence is told for {', '.join(nameless)}"
        file.write_text(json.dumps(settled(document, time, version), indent=2, ensure_ascii=False) + "\n", "utf-8")
        return None

    # The tool is a program of one thread that starts for each.
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as several:
        wrong = [said for said in several.map(parts_list, map(pathlib.Path, projects)) if said]
    for said in wrong:
        print(said, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
