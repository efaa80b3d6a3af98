#!/bin/sh
# Makes the pictures of README.md anew, all from the sources. Run it when board or case have changed; needs pdftoppm as well.
set -eu
cd "$(dirname "$0")"
OUT=$(mktemp -d)
trap 'rm -rf "$OUT"' EXIT
./make-artefacts.sh "$OUT" >/dev/null
mkdir -p pictures
for name in board-top board-bottom board-assembled panel case-closed case-open case-back case-aaa jig-plate; do cp "$OUT/docs/$name.png" pictures/; done
pdftoppm -r 100 -png -singlefile "$OUT/docs/schematic.pdf" pictures/schematic
cp "$OUT/FILES" pictures/artefacts.txt
ls -l pictures
