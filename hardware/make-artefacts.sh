#!/bin/sh
# make-artefacts.sh [FOLDER]: all that a board house, a printer and a reader need, from one command. Not committed:
# KiCad writes the clock time into these files. FOLDER is hardware/out if not given.
set -eu
cd "$(dirname "$0")"
OUT=${1:-out}
rm -rf "$OUT/fab" "$OUT/case" "$OUT/docs"
mkdir -p "$OUT/fab/gerber" "$OUT/case" "$OUT/docs"
OUT=$(cd "$OUT" && pwd)
export LC_ALL=C.UTF-8
KICAD_CONFIG_HOME=$(mktemp -d)
export KICAD_CONFIG_HOME
trap 'rm -rf "$KICAD_CONFIG_HOME"' EXIT
mkdir -p "$KICAD_CONFIG_HOME/9.0"
cp /usr/share/kicad/template/sym-lib-table /usr/share/kicad/template/fp-lib-table "$KICAD_CONFIG_HOME/9.0/"
SHEET=token/hwtoken.kicad_sch
BOARD=token/hwtoken.kicad_pcb
quiet() { "$@" >/dev/null; }

# the board house
quiet kicad-cli pcb export gerbers --layers F.Cu,B.Cu,F.Mask,B.Mask,F.Silkscreen,B.Silkscreen,F.Paste,B.Paste,Edge.Cuts -o "$OUT/fab/gerber/" "$BOARD"
quiet kicad-cli pcb export drill --format excellon --excellon-separate-th -o "$OUT/fab/gerber/" "$BOARD"
quiet kicad-cli pcb export pos --format csv --units mm --side both --exclude-dnp -o "$OUT/fab/position.csv" "$BOARD"
sh token/export_bom.sh "$SHEET" "$OUT/fab/bom.csv"
python3 -c 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])' "$OUT/fab/hwtoken-gerber" "$OUT/fab/gerber"

# the reader
quiet kicad-cli sch export pdf -o "$OUT/docs/schematic.pdf" "$SHEET"
quiet kicad-cli sch export svg -o "$OUT/docs/schematic" "$SHEET"
quiet kicad-cli pcb export svg --layers F.Cu,B.Cu,F.Silkscreen,F.Mask,Edge.Cuts --mode-single --page-size-mode 2 --exclude-drawing-sheet -o "$OUT/docs/board.svg" "$BOARD"
quiet kicad-cli pcb export step --board-only -f -o "$OUT/docs/board.step" "$BOARD"
for side in top bottom; do
    quiet kicad-cli pcb render --side $side --width 1400 --height 640 --zoom 1.75 -o "$OUT/docs/board-$side.png" "$BOARD"
done

# the printer
for part in bottom lid; do
    openscad -q --hardwarnings -D "part=\"$part\"" -o "$OUT/case/$part.stl" enclosure/case.scad
done
view() {    # name, part, camera
    xvfb-run -a openscad -q -D "part=\"$2\"" --render --imgsize=900,520 --camera="$3" -o "$OUT/docs/$1.png" enclosure/case.scad
}
view case-closed closed 42,19,8,40,0,-25,235
view case-open both 42,44,6,42,0,20,290
view case-back bottom 42,19,8,140,0,-25,235

empty=$(find "$OUT/fab" "$OUT/docs" "$OUT/case" -type f -size 0)
if [ -n "$empty" ]; then echo "empty: $empty" >&2; exit 1; fi
echo "artefacts: $(find "$OUT/fab" "$OUT/docs" "$OUT/case" -type f | wc -l) files in $OUT"
