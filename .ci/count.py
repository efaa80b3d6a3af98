#!/usr/bin/env python3
"""usage: count.py FOLDER TEST_STATUS HARDWARE_STATUS

Adds up the .trx files of a test run, names what failed or was skipped, and ends with "N passed, N failed".
Exit status 0 only when something passed and nothing failed or was skipped, here and in both statuses.
"""
import pathlib
import sys
import xml.etree.ElementTree as xml

SPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}


def main(folder, test_status, hardware_status):
    passed, failed, skipped = 0, [], []
    for path in sorted(pathlib.Path(folder).glob("*.trx")):
        for result in xml.parse(path).iterfind(".//t:UnitTestResult", SPACE):
            outcome, name = result.get("outcome"), result.get("testName")
            if outcome == "Passed":
                passed += 1
            elif outcome == "NotExecuted":
                skipped.append(name)
            else:
                failed.append(name)
    for name in skipped:
        print("skipped, which CI does not allow:", name)
    for name in failed:
        print("failed:", name)
    if int(test_status) != 0 and not failed:
        failed.append("a test project did not run to its end")
    if int(hardware_status) != 0:
        failed.append("a hardware check")
    bad = len(failed) + len(skipped)
    print(f"{passed} passed, {bad} failed")
    return 0 if passed and not bad else 1


sys.exit(main(*sys.argv[1:]))
