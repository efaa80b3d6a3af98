"""Faults planted into packages, notices and parts lists: each is told. python3 -m unittest packaging/test_packaging.py"""
import io
import json
import pathlib
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import check  # noqa: E402
import notices  # noqa: E402
import sbom  # noqa: E402

NUSPEC = """<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
<id>HwToken.One</id><version>1.0.0-alpha.0.1</version><authors>HwToken</authors><copyright>c</copyright><license type="expression">MIT</license>
<icon>icon.png</icon><readme>README.md</readme><description>A package of which forty characters can be said.</description>
<releaseNotes>n</releaseNotes><tags>a b</tags><repository type="git" commit="0123456789012345678901234567890123456789" /></metadata></package>"""
README = "# One\n\n```\nuse it\n```\n"
FILES = {"HwToken.One.nuspec": NUSPEC, "README.md": README, "icon.png": "i", "lib/net10.0/HwToken.One.dll": "code"}
SYMBOLS = {"lib/net10.0/HwToken.One.pdb": b"BSJB" + check.SOURCES[0]}


def packed(files):
    """A package in memory."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return zipfile.ZipFile(memory)


def faults(symbols=None, **changed):
    """What is told of the good package with some of its files changed (None: left out)."""
    files = {name: content for name, content in {**FILES, **changed}.items() if content is not None}
    return " | ".join(check.faults(packed(files), packed(SYMBOLS if symbols is None else symbols), pathlib.Path("/a/folder/hwtoken")))


class Packages(unittest.TestCase):
    """check.py"""

    def test_a_whole_package_passes(self):
        self.assertEqual("", faults())

    def test_what_is_missing_is_told(self):
        for element in ("copyright", "authors", "tags", "releaseNotes"):
            self.assertIn(f"has no {element}", faults(**{"HwToken.One.nuspec": NUSPEC.replace(f"<{element}>", f"<other>").replace(f"</{element}>", "</other>")}))
        self.assertIn("has no icon", faults(**{"icon.png": None}))
        self.assertIn("has no readme", faults(**{"README.md": None}))
        self.assertIn("less than 40", faults(**{"HwToken.One.nuspec": NUSPEC.replace("of which forty characters can be said", "")}))
        self.assertIn("which commit", faults(**{"HwToken.One.nuspec": NUSPEC.replace("0123456789012345678901234567890123456789", "main")}))
        self.assertIn("licence 'GPL-3.0'", faults(**{"HwToken.One.nuspec": NUSPEC.replace(">MIT<", ">GPL-3.0<")}))

    def test_a_first_use_is_there_and_short(self):
        self.assertIn("shows no first use", faults(**{"README.md": "# One\n"}))
        self.assertEqual("", faults(**{"README.md": "```\n" + "x\n" * 10 + "```\n"}))
        self.assertIn("11 lines", faults(**{"README.md": "```\n" + "x\n" * 11 + "```\n"}))
        self.assertIn("../other.md", faults(**{"README.md": README + "[other](../other.md) [there](https://example.org) [below](#below)\n"}))

    def test_code_of_others_wants_a_notice(self):
        carried = {"tools/any/x.deps.json": json.dumps({
            "targets": {"net10.0": {"Other/1.2": {"runtime": {}}, "Empty/3.0": {}, "HwToken.Core/1.0": {"runtime": {}}}},
            "libraries": {"Other/1.2": {"type": "package"}, "Empty/3.0": {"type": "package"}, "HwToken.Core/1.0": {"type": "project"}}})}
        self.assertIn("carries Other 1.2", faults(**carried))
        self.assertIn("carries Other 1.2", faults(**carried, **{check.NOTICES: "Other 1.20\nAnother 1.2\n"}))
        self.assertEqual("", faults(**carried, **{check.NOTICES: "x\n\nOther 1.2\n    MIT\n"}))
        self.assertIn("carries Other", faults(**{"lib/net10.0/Other.dll": "code"}))

    def test_symbols_lead_to_sources(self):
        self.assertIn("no symbols for HwToken.One.dll", faults(symbols={}))
        self.assertIn("lead to no source", faults(symbols={"lib/net10.0/HwToken.One.pdb": b"BSJB"}))

    def test_a_place_of_the_machine_is_told(self):
        self.assertIn("names /a/folder/hwtoken", faults(**{"lib/net10.0/HwToken.One.dll": b"\0/a/folder/hwtoken/a.cs"}))
        self.assertIn("names /a/folder/hwtoken", faults(**{"lib/net10.0/HwToken.One.dll": "/a/folder/hwtoken/a.cs".encode("utf-16-le")}))


class Notices(unittest.TestCase):
    """notices.py"""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.package = pathlib.Path(self.folder.name)
        (self.package / "other.nuspec").write_text("<package><metadata><license>MIT</license><authors>Somebody</authors></metadata></package>")

    def written(self, table):
        return notices.notices("program", [("Other", "1.2", self.package)], table)

    def test_a_package_that_nobody_looked_at_is_refused(self):
        with self.assertRaisesRegex(notices.Refused, "does not name it"):
            self.written({})

    def test_a_package_whose_licence_changed_is_refused(self):
        with self.assertRaisesRegex(notices.Refused, "says 'Apache-2.0'"):
            self.written({"other": "Apache-2.0"})

    def test_a_licence_without_text_is_refused(self):
        (self.package / "other.nuspec").write_text("<package><metadata><license>Zlib</license></metadata></package>")
        with self.assertRaisesRegex(notices.Refused, "no text of the licence 'Zlib'"):
            self.written({"other": "Zlib"})

    def test_the_texts_of_licence_and_package_are_in_it(self):
        (self.package / "NOTICE.txt").write_text("Somebody asks to be named.\r\n")
        text = self.written(notices.approved("# a remark\noth* MIT\n"))
        for part in ("Other 1.2\n", "by        Somebody", "Permission is hereby granted", "Somebody asks to be named.\n"):
            self.assertIn(part, text)

    def test_what_carries_no_file_is_left_out(self):
        assets = {"packageFolders": {self.folder.name: {}}, "libraries": {"A/1": {"path": "."}, "B/1": {"path": "."}, "C/1": {"path": "."}}, "targets": {
            "net10.0": {"A/1": {"type": "package", "runtime": {"lib/a.dll": {}}}, "B/1": {"type": "package", "compile": {"b.dll": {}}, "runtime": {"lib/_._": {}}}, "C/1": {"type": "project", "runtime": {"c.dll": {}}}},
            "net10.0/linux-x64": {}}}
        self.assertEqual(["A"], [name for name, _, _ in notices.carried(assets)])


class Parts(unittest.TestCase):
    """sbom.py"""

    def test_the_time_is_the_commits_and_our_rooms_have_the_version_of_all(self):
        document = {"metadata": {"timestamp": "now"}, "components": [{"bom-ref": "pkg:nuget/HwToken.Core@1.0.0", "name": "HwToken.Core", "version": "1.0.0", "purl": "pkg:nuget/HwToken.Core@1.0.0"}],
                    "dependencies": [{"ref": "pkg:nuget/HwToken.Core@1.0.0"}]}
        settled = sbom.settled(document, "2026-01-01T00:00:00Z", "2.0.0")
        self.assertEqual("2026-01-01T00:00:00Z", settled["metadata"]["timestamp"])
        self.assertEqual(("2.0.0", "pkg:nuget/HwToken.Core@2.0.0"), (settled["components"][0]["version"], settled["dependencies"][0]["ref"]))


if __name__ == "__main__":
    unittest.main()
