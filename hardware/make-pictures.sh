#!/bin/sh
# Makes the pictures of README.md anew, all from the sources. Run it when board or case have changed; needs pdftoppm as well.
set -eu
cd "$(dirname "$0")"
OUT=$(mktemp -d)
trap 'rm -rf "$OUT"' EXIT
./make-artefacts.sh "$OUT" >/dev/null
mkdir -p pictures
for name in board-top board-bottom case-closed case-open case-back; do cp "$OUT/docs/$name.png" pictures/; done
pdftoppm -r 100 -png -singlefile "$OUT/docs/schematic.pdf" pictures/schematic
ls -l pictures
