# What documents call by name. They run in a fresh folder, with a home of their own; a server stays until the document ends.
set -eu -o pipefail
exec 2>&1 </dev/null
declare -A servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; wait' EXIT
printf 'serial,key,type,digits\nA-1,3132333435363738393031323334353637383930,hotp,6\n' >tokens.csv
# A port of a real token is a virtual one's here, and the station ends after it.
hwtoken() {
    case " $* " in
        *" /dev/ttyUSB0 "*)
            hwtoken-sim serial --listen 127.0.0.1:7999
            set -- "${@//\/dev\/ttyUSB0/tcp:127.0.0.1:7999}" --once
            ;;
    esac
    command dotnet "$PROGRAMS/hwtoken.dll" "$@"
}
nanoguard() { command dotnet "$PROGRAMS/NanoGuard.Tool.dll" "$@"; }
hwtoken-service() { program HwToken.Service "$@"; }
hwtoken-sim() { program HwToken.HostSim "$@"; }
curl() { command curl -sS --noproxy '*' "$@"; }
# From a clone the programs are called by their projects; what installs or removes a tool is the work of .ci/packages.
dotnet() {
    case "$1 ${2:-}" in
        "run --project")
            local project=${3##*/} skipped=3
            [ "${4:-}" != -- ] || skipped=4
            shift "$skipped"
            case "$project" in
                HwToken.HostSim) hwtoken-sim "$@" ;;
                HwToken.Service) hwtoken-service "$@" ;;
                HwToken.Tool) hwtoken "$@" ;;
                NanoGuard.Tool) nanoguard "$@" ;;
                *) echo "no such program: $project"; return 1 ;;
            esac
            ;;
        "tool install" | "tool uninstall" | "test ") ;;
        *) command dotnet "$@" ;;
    esac
}
program() {
    local name=$1
    shift
    case " $* " in *" --help "*) command dotnet "$PROGRAMS/$name.dll" "$@"; return ;; esac
    case "${1:-serve}" in
        serve | sim | serial) server "$name" "$@" ;;
        *) command dotnet "$PROGRAMS/$name.dll" "$@" ;;
    esac
}
# Waits, without asking again and again, until it says that it is there. One that has the same place is ended first, as its reader would.
server() {
    local name=$1 told line said= place=5080
    shift
    case "${1:-}" in "" | -*) set -- serve "$@" ;; esac
    # The address that they take by themselves, named: the test puts one of its own in its place.
    case " $* " in *" --url "* | " serial "*) ;; *) set -- "$@" --url http://127.0.0.1:5080 ;; esac
    [[ " $* " =~ \ --(url|listen)\ (http://)?[^:]*:([0-9]+) ]] && place=${BASH_REMATCH[3]}
    if [ -n "${servers[$place]:-}" ]; then
        kill "${servers[$place]}" && wait "${servers[$place]}" || true
    fi
    told=$(mktemp -u)
    mkfifo "$told"
    (exec dotnet "$PROGRAMS/$name.dll" "$@") >"$told" 2>&1 &
    servers[$place]=$!
    exec {heard}<"$told"
    rm "$told"
    while IFS= read -r line <&"$heard"; do
        said+=$line$'\n'
        case "$line" in *"listens at"* | *"Ctrl-C"*) return 0 ;; esac
    done
    echo "$name $* ended: $said"
    return 1
}
