#!/bin/sh
# Installs what hardware/check.sh needs on Debian 12 (as root; may be run again at any time):
# KiCad 9 from bookworm-backports, OpenSCAD, a virtual display for its pictures, Python 3.
#
# No host is named here: the mirror is the one that the machine already uses. The configured Debian entry is
# copied with the suite changed. `package/suite` is used and not `-t suite`, which would drag in ~35 other backports.
set -eu
ERRORS=$(mktemp)
trap 'rm -f "$ERRORS"' EXIT

SUITE=bookworm-backports
ENTRY=/etc/apt/sources.list.d/hwtoken-backports.sources
export DEBIAN_FRONTEND=noninteractive

# Another program may hold the package system (a machine that has just started updates itself): wait for it, up to ten minutes.
WAIT=${HWTOKEN_LOCK_WAIT:-600}
apt() {
    begun=$(date +%s)
    until apt-get -o DPkg::Lock::Timeout="$WAIT" "$@" 2>"$ERRORS"; do
        if ! grep -q -i 'could not get lock\|unable to lock\|unable to acquire the dpkg' "$ERRORS"; then cat "$ERRORS" >&2; return 1; fi
        if [ $(($(date +%s) - begun)) -ge "$WAIT" ]; then
            cat "$ERRORS" >&2
            echo "install-tools: the package system has been locked for $WAIT s by another program. Wait for it to end, then run this again." >&2
            return 1
        fi
        echo "install-tools: the package system is locked by another program, waiting"
        sleep "${HWTOKEN_LOCK_PAUSE:-5}"
    done
    cat "$ERRORS" >&2
}

have() { command -v "$1" >/dev/null 2>&1; }
kicad9() { have kicad-cli && kicad-cli version 2>/dev/null | grep -q '^9\.' && [ -d /usr/share/kicad/symbols ] && [ -d /usr/share/kicad/footprints ]; }

if kicad9 && have openscad && have xvfb-run && [ -x /usr/bin/python3 ]; then
    echo "install-tools: everything is there (KiCad $(kicad-cli version))"
    exit 0
fi

# Prints the mirror of the main Debian entry, in either of the two file forms of apt.
mirror() {
    for f in /etc/apt/sources.list.d/*.sources; do
        [ -f "$f" ] && [ "$f" != "$ENTRY" ] || continue
        awk '/^URIs:/ {u=$2} /^Suites:/ {if ($2 == "bookworm") ok=1} /^$/ {if (ok && u) {print u; exit} u=""; ok=0}
             END {if (ok && u) print u}' "$f"
    done | head -n 1 | grep . && return
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
        sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) bookworm main.*/\2/p' | head -n 1
}

# Newer Debian has KiCad 9 in its main suite.
if apt-cache policy kicad | grep -q 'Candidate: 9\.'; then
    apt update -q
    apt install -y -q --no-install-recommends kicad kicad-symbols kicad-footprints openscad xvfb xauth python3
    echo "install-tools: done (KiCad $(kicad-cli version))"
    exit 0
fi

if ! kicad9 && ! apt-cache policy kicad | grep -q "$SUITE"; then
    uri=$(mirror)
    if [ -z "$uri" ]; then
        echo "install-tools: no Debian 12 (bookworm) entry among the apt sources; KiCad 9 is in $SUITE there and in Debian 13 itself" >&2
        exit 1
    fi
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
        "$uri" "$SUITE" > "$ENTRY"
fi
apt update -q
if ! apt-cache madison kicad | grep -q "$SUITE"; then
    echo "install-tools: the mirror holds no $SUITE (moved to the archive?). Use a Debian 13 image: its KiCad is 9 as well." >&2
    exit 1
fi
apt install -y -q --no-install-recommends \
    "kicad/$SUITE" "kicad-symbols/$SUITE" "kicad-footprints/$SUITE" openscad xvfb xauth python3
kicad9 || { echo "install-tools: KiCad 9 is not what got installed: $(kicad-cli version)" >&2; exit 1; }
echo "install-tools: done (KiCad $(kicad-cli version))"
