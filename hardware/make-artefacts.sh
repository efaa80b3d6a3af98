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
/usr/bin/python3 token/make_order.py "$BOARD" "$OUT/fab"
cp token/FABRICATION.md "$OUT/fab/"
python3 -c 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])' "$OUT/fab/hwtoken-gerber" "$OUT/fab/gerber"

# the same four times, as a panel
/usr/bin/python3 token/make_panel.py "$BOARD" "$OUT/fab/panel.kicad_pcb"
quiet kicad-cli pcb export gerbers --layers F.Cu,B.Cu,F.Mask,B.Mask,F.Silkscreen,B.Silkscreen,F.Paste,B.Paste,Edge.Cuts,User.Drawings -o "$OUT/fab/panel/" "$OUT/fab/panel.kicad_pcb"
quiet kicad-cli pcb export drill --format excellon --excellon-separate-th -o "$OUT/fab/panel/" "$OUT/fab/panel.kicad_pcb"
python3 -c 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])' "$OUT/fab/hwtoken-panel-gerber" "$OUT/fab/panel"

# the assembler
for variant in lipo aaa; do /usr/bin/python3 token/make_ibom.py "$BOARD" "$OUT/fab/$variant-parts.html" "$variant"; done
quiet kicad-cli pcb export pdf --mode-single --layers F.Fab,F.Mask,Edge.Cuts --black-and-white -o "$OUT/fab/assembly-front.pdf" "$BOARD"
quiet kicad-cli pcb export pdf --mode-single --mirror --layers B.Fab,B.Mask,Edge.Cuts --black-and-white -o "$OUT/fab/assembly-back.pdf" "$BOARD"

# the reader
quiet kicad-cli sch export pdf -o "$OUT/docs/schematic.pdf" "$SHEET"
quiet kicad-cli sch export svg -o "$OUT/docs/schematic" "$SHEET"
quiet kicad-cli pcb export svg --layers F.Cu,B.Cu,F.Silkscreen,F.Mask,Edge.Cuts --mode-single --page-size-mode 2 --exclude-drawing-sheet -o "$OUT/docs/board.svg" "$BOARD"
quiet kicad-cli pcb export step --board-only -f -o "$OUT/docs/board.step" "$BOARD"
for side in top bottom; do
    quiet kicad-cli pcb render --side $side --width 1400 --height 640 --zoom 1.75 -o "$OUT/docs/board-$side.png" "$BOARD"
done
ASSEMBLED="$KICAD_CONFIG_HOME/assembled"
/usr/bin/python3 token/assembled.py "$BOARD" "$ASSEMBLED"
quiet kicad-cli pcb render --perspective --rotate 315,0,20 --width 1400 --height 760 --zoom 1.1 -o "$OUT/docs/board-assembled.png" "$ASSEMBLED/hwtoken.kicad_pcb"
quiet kicad-cli pcb render --side top --width 800 --height 1150 --zoom 0.8 -o "$OUT/docs/panel.png" "$OUT/fab/panel.kicad_pcb"

# the printer
for made in lipo-bottom lipo-lid lipo-spacer aaa-bottom aaa-lid; do
    openscad -q --hardwarnings -D "cell=\"${made%-*}\"" -D "part=\"${made#*-}\"" -o "$OUT/case/$made.stl" enclosure/case.scad
done
openscad -q --hardwarnings -o "$OUT/case/jig-plate.stl" jig/plate.scad
view() {    # name, file, part, cell, camera
    xvfb-run -a openscad -q -D "part=\"$3\"" -D "cell=\"$4\"" --imgsize=900,520 --camera="$5" -o "$OUT/docs/$1.png" "$2"
}
view case-closed enclosure/case.scad closed lipo 42,19,8,40,0,-25,235
view case-open enclosure/case.scad both lipo 48,44,6,42,0,20,300
view case-back enclosure/case.scad bottom lipo 42,19,8,140,0,-25,235
view case-aaa enclosure/case.scad closed aaa 42,19,8,65,0,-25,250
view jig-plate jig/plate.scad none none 46,23,5,40,0,25,240

empty=$(find "$OUT/fab" "$OUT/docs" "$OUT/case" -type f -size 0)
if [ -n "$empty" ]; then echo "empty: $empty" >&2; exit 1; fi
(cd "$OUT" && find fab docs case -type f | LC_ALL=C sort) > "$OUT/FILES"
echo "artefacts: $(find "$OUT/fab" "$OUT/docs" "$OUT/case" -type f | wc -l) files in $OUT"
