#!/usr/bin/env python3
"""usage: public_api.py PROJECT.csproj...

Brings PublicAPI.Unshipped.txt beside each project to what the library offers, as the compiler tells it: new members are added, those that are gone
are taken out. What it changed is yours to read (git diff): it is what users will see. A new library gets its two files so. At a release the lines of
PublicAPI.Unshipped.txt go over to PublicAPI.Shipped.txt. Exit status: 0 done, 1 it does not compile, 2 usage.
"""
import pathlib
import re
import subprocess
import sys

NEW = re.compile(r"RS0016: Symbol '(.*?)' is not part of the declared public API")
GONE = re.compile(r"RS0017: Symbol '(.*?)' is part of the declared API")
NULLABLE = "#nullable enable"


def main(projects):
    """See the head of this file."""
    if not projects:
        print(__doc__, file=sys.stderr)
        return 2
    for project in map(pathlib.Path, projects):
        head = [] if "<Nullable>disable" in project.read_text("utf-8-sig") else [NULLABLE]
        shipped, unshipped = (project.parent / f"PublicAPI.{kind}.txt" for kind in ("Shipped", "Unshipped"))
        for file in (shipped, unshipped):
            if not file.exists():
                file.write_text("".join(line + "\n" for line in head), "utf-8")
        run = subprocess.run(["dotnet", "build", str(project), "--no-incremental", "-nologo", "-v", "q", "-p:TreatWarningsAsErrors=false"],
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            print(run.stdout, file=sys.stderr)
            return 1
        lines = set(unshipped.read_text("utf-8-sig").splitlines()) - set(head) - set(GONE.findall(run.stdout)) | set(NEW.findall(run.stdout))
        unshipped.write_text("".join(line + "\n" for line in [*head, *sorted(lines)]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
