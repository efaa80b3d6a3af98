#!/bin/sh
# Every hardware check, in under 30 s on two idle cores once install-tools.sh has run.
#   check.sh                 all
#   check.sh erc drc         only these
# As many run at a time as there are cores, the longest first; what they say comes in the order of the list.
# A check whose tool is missing is SKIPPED, with the reason; in CI (CI=true) that is a failure.
set -u
cd "$(dirname "$0")" || exit 1
export LC_ALL=C.UTF-8
ALL="profiles wiring power tools sheet regenerate erc drc netlist bom fit placement order panel jig routes case"
ONLY=${*:-$ALL}
OUT=${HARDWARE_CHECK_OUT:-$(mktemp -d)}      # set: this is one check of a run that has made it
[ -n "${HARDWARE_CHECK_OUT:-}" ] || trap 'rm -rf "$OUT"' EXIT
PY=/usr/bin/python3
[ -x "$PY" ] || PY=python3
export PYTHONDONTWRITEBYTECODE=1
SLOW="case regenerate drc panel order erc bom netlist"
BOARD=token/hwtoken.kicad_pcb
SHEET=token/hwtoken.kicad_sch
failed=0

now() { date +%s%N; }
started=$(now)

for name in $ONLY; do
    case " $ALL " in *" $name "*) ;; *) echo "check.sh: no check is called $name (there are: $ALL)" >&2; exit 2 ;; esac
done

# ---- tools ----
missing() {     # tool -> reason, or nothing when it is there
    case $1 in
        kicad) if ! command -v kicad-cli >/dev/null; then echo "kicad-cli is not installed (hardware/install-tools.sh)"
               elif ! kicad-cli version 2>/dev/null | grep -q '^9\.'; then echo "KiCad 9 is needed, this is $(kicad-cli version 2>/dev/null)"
               elif [ ! -d /usr/share/kicad/symbols ] || [ ! -d /usr/share/kicad/footprints ]; then echo "KiCad's symbol and footprint libraries are not installed"; fi ;;
        pcbnew) missing kicad | grep . || "$PY" -c 'import pcbnew' 2>/dev/null || echo "the system Python has no pcbnew" ;;
        openscad) command -v openscad >/dev/null || echo "openscad is not installed (hardware/install-tools.sh)" ;;
    esac
}

configure_kicad() {     # name: a configuration of its own, since KiCad writes into it. Without library tables every part warns
    export KICAD_CONFIG_HOME="$OUT/kicad-$1"
    mkdir -p "$KICAD_CONFIG_HOME/9.0" && cp /usr/share/kicad/template/sym-lib-table /usr/share/kicad/template/fp-lib-table "$KICAD_CONFIG_HOME/9.0/"
}

# ---- the checks; each prints what is wrong and returns non-zero ----
same() {    # committed file, fresh file
    cmp -s "$1" "$2" || { echo "$1 is not what its script writes: run the script and commit the result"; return 1; }
}
check_profiles() { "$PY" boards/check_boards.py; }
check_wiring() {
    "$PY" boards/draw_wiring.py "$OUT/wiring" || return 1
    for drawing in boards/wiring/*.svg "$OUT"/wiring/*.svg; do
        same "boards/wiring/$(basename "$drawing")" "$OUT/wiring/$(basename "$drawing")" || return 1
    done
}
check_power() {
    "$PY" -m unittest discover -q -s power 2>&1 || return 1
    mkdir -p "$OUT/power"
    "$PY" power/budget.py model "$OUT/power" && "$PY" power/report.py "$OUT/power" || return 1
    same power/model.json "$OUT/power/model.json" && same power/POWER.md "$OUT/power/POWER.md"
}
check_regenerate() {
    mkdir -p "$OUT/token"
    "$PY" token/make_project.py "$OUT/token" && "$PY" token/make_schematic.py "$OUT/token" && "$PY" token/make_board.py "$OUT/token" &&
        "$PY" token/bodies.py "$OUT/token/bodies" || return 1
    "$PY" token/compare.py token "$OUT/token"
}
check_erc() { kicad-cli sch erc --severity-all --exit-code-violations -o "$OUT/erc.rpt" "$SHEET" >/dev/null 2>&1 || { cat "$OUT/erc.rpt"; return 1; }; }
check_drc() {
    kicad-cli pcb drc --severity-all --schematic-parity --exit-code-violations -o "$OUT/drc.rpt" "$BOARD" >/dev/null 2>&1 || { cat "$OUT/drc.rpt"; return 1; }
}
check_netlist() {
    kicad-cli sch export netlist --format kicadsexpr -o "$OUT/hwtoken.net" "$SHEET" >/dev/null 2>&1 || return 1
    "$PY" token/check_netlist.py "$OUT/hwtoken.net" boards/reference.json
}
check_bom() { sh token/export_bom.sh "$SHEET" "$OUT/bom.csv" && "$PY" token/check_bom.py "$OUT/bom.csv" && same token/bom.csv "$OUT/bom.csv"; }
check_sheet() { "$PY" token/check_sheet.py "$SHEET"; }
check_fit() { "$PY" token/check_fit.py "$BOARD"; }
check_placement() { "$PY" token/check_placement.py "$BOARD"; }
check_order() {
    "$PY" token/make_order.py "$BOARD" "$OUT/order" && "$PY" token/check_order.py "$OUT/order" || return 1
    "$PY" token/make_ibom.py "$BOARD" "$OUT/ibom.html" lipo && "$PY" token/check_ibom.py "$OUT/ibom.html" "$OUT/order/lipo-bom-complete.csv"
}
check_panel() { "$PY" token/make_panel.py "$BOARD" "$OUT/panel.kicad_pcb" && "$PY" token/check_panel.py "$OUT/panel.kicad_pcb"; }
check_jig() {
    "$PY" -m unittest discover -q -s jig 2>&1 || return 1
    mkdir -p "$OUT/jig"
    "$PY" jig/make_points.py "$OUT/jig" && same jig/points.csv "$OUT/jig/points.csv" && same jig/points.scad "$OUT/jig/points.scad"
}
check_tools() { "$PY" test_install_tools.py 2>&1; }
check_case() {      # the quick ones first, each looked at before the next is made
    openscad --hardwarnings -o "$OUT/plate.stl" jig/plate.scad 2>&1 && "$PY" enclosure/check_stl.py "$OUT/plate.stl" 92 46 11 || return 1
    mkdir -p "$OUT/case"
    for made in lipo-lid lipo-spacer aaa-lid lipo-bottom aaa-bottom; do
        openscad --hardwarnings -D "cell=\"${made%-*}\"" -D "part=\"${made#*-}\"" -o "$OUT/case/$made.stl" enclosure/case.scad 2>&1 &&
            "$PY" enclosure/check_case.py "$OUT/case" "$made" || return 1
    done
}
check_routes() { "$PY" token/fingerprint.py; }

needs() {
    case $1 in erc|drc|netlist|bom) echo kicad ;; regenerate|order|panel) echo pcbnew ;; case) echo openscad ;; esac
}

run() {     # name: runs the check with its time into $OUT/name.ms, its words into .log, its status into .rc
    case $(needs "$1") in kicad|pcbnew) configure_kicad "$1" ;; esac
    begun=$(now)
    "check_$1" >"$OUT/$1.log" 2>&1
    echo "$?" >"$OUT/$1.rc"
    echo $((($(now) - begun) / 1000000)) >"$OUT/$1.ms"
}

report() {  # name
    if [ ! -f "$OUT/$1.rc" ]; then
        echo "FAILED   $1: it was ended before it could say anything"
        failed=$((failed + 1))
    elif [ "$(cat "$OUT/$1.rc")" = 0 ]; then
        printf 'ok       %-11s %5d ms\n' "$1" "$(cat "$OUT/$1.ms")"
    else
        printf 'FAILED   %-11s %5d ms\n' "$1" "$(cat "$OUT/$1.ms")"
        sed 's/^/    /' "$OUT/$1.log"
        failed=$((failed + 1))
    fi
}

if [ -n "${HARDWARE_CHECK_OUT:-}" ]; then
    run "$ONLY"
    exit
fi

for name in $ONLY; do
    tool=$(needs "$name")
    reason=$([ -n "$tool" ] && missing "$tool")
    if [ -n "$reason" ]; then
        if [ "${CI:-}" = true ]; then
            echo "FAILED   $name: $reason, and in CI nothing may be skipped"
            failed=$((failed + 1))
        else
            echo "SKIPPED  $name: $reason"
        fi
        ONLY=$(echo " $ONLY " | sed "s/ $name / /")
    fi
done
queue=""
for name in $SLOW $ALL; do
    case " $ONLY " in *" $name "*) case " $queue " in *" $name "*) ;; *) queue="$queue $name" ;; esac ;; esac
done
export HARDWARE_CHECK_OUT="$OUT"
[ -z "$queue" ] || printf '%s\n' $queue | xargs -n 1 -P "$(nproc)" sh "$PWD/check.sh"
for name in $ONLY; do report "$name"; done

echo "hardware: $failed failed, $((($(now) - started) / 1000000)) ms"
[ "$failed" = 0 ]
