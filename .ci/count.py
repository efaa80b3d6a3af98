#!/usr/bin/env python3
"""usage: count.py SOLUTION FOLDER TEST_STATUS HARDWARE_STATUS PACKAGES_STATUS

Adds up the .trx files of a test run, tells where the time went, what failed or never ended and why, and ends with "N passed, N failed".
Exit status 0 only when every test project of the solution has results, nothing failed or was skipped, and all statuses are 0.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

SPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}
SLOWEST = 10
TEST = re.compile(r"^\s*\[(Fact|Theory)\b", re.MULTILINE)


def seconds(duration):
    """hh:mm:ss.fffffff, or nothing, as seconds."""
    hours, minutes, rest = (duration or "0:0:0").split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def has_tests(project):
    """Whether sources beside a project file hold tests: every other project there is a library or a program."""
    return any(TEST.search(source.read_text("utf-8-sig")) for source in project.parent.rglob("*.cs") if "obj" not in source.parts)


def message(result):
    """What a failed test said, and where."""
    error = result.find("t:Output/t:ErrorInfo", SPACE)
    texts = [] if error is None else [error.findtext("t:" + part, "", SPACE) for part in ("Message", "StackTrace")]
    return [line.rstrip() for text in texts for line in text.splitlines() if line.strip()]


def unfinished(folder):
    """Tests that were running when their process died or hung: Blame keeps a list only then."""
    for path in sorted(pathlib.Path(folder).rglob("Sequence_*.xml")):
        for test in xml.parse(path).iterfind("Test"):
            if test.get("Completed") != "True":
                yield test.get("DisplayName")


def main(solution, folder, test_status, hardware_status, packages_status):
    passed, failed, skipped, times = 0, [], [], []
    files = {path.stem: path for path in sorted(pathlib.Path(folder).glob("*.trx"))}
    root = pathlib.Path(solution).resolve().parent
    rooms = [root / path.replace("\\", "/") for path in re.findall(r'"(tests\\[^"]+\.csproj)"', pathlib.Path(solution).read_text("utf-8-sig"))]
    projects = {room.stem for room in rooms if has_tests(room)}
    for path in files.values():
        for result in xml.parse(path).iterfind(".//t:UnitTestResult", SPACE):
            outcome, name = result.get("outcome"), result.get("testName")
            times.append((seconds(result.get("duration")), name))
            if outcome == "Passed":
                passed += 1
            elif outcome == "NotExecuted":
                skipped.append(name)
            else:
                failed.append(name)
                print("failed:", name, *message(result), "", sep="\n    ")
    for took, name in sorted(times, reverse=True)[:SLOWEST]:
        print(f"{took:6.1f} s  {name}")
    for name in skipped:
        print("skipped, which CI does not allow:", name)
    for name in failed:
        print("failed:", name)
    for name in sorted(projects - files.keys()):
        failed.append(name)
        print("failed: no results of", name)
    for name in unfinished(folder):
        failed.append(name)
        print("failed: its process died, or it hung:", name)
    if int(test_status) != 0 and not failed:
        failed.append("dotnet test")
        print(f"failed: dotnet test ended with {test_status}, though no test failed; see above")
    if int(hardware_status) != 0:
        failed.append("a hardware check")
        print("failed: a hardware check; see above")
    if int(packages_status) != 0:
        failed.append("a package")
        print("failed: a package; see above")
    bad = len(failed) + len(skipped)
    print(f"{passed} passed, {bad} failed")
    return 0 if passed and not bad else 1


sys.exit(main(*sys.argv[1:]))
