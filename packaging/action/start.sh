#!/usr/bin/env bash
# Installs hwtoken-sim, starts it on a free port with a temporary data folder, and tells the job its address. It ends with the job.
# Reads INPUT_VERSION, INPUT_SOURCE, INPUT_ARGS (action.yml) and RUNNER_TEMP; writes to GITHUB_ENV, GITHUB_OUTPUT and GITHUB_PATH.
# Prints the process number (pid=N), so that who runs it elsewhere can end it.
set -euo pipefail
folder=${RUNNER_TEMP:?a folder for the tool and its log}/hwtoken-sim
log=$folder/log.txt
patience=120
mkdir -p "$folder"

install=(--tool-path "$folder/tool")
[ -z "${INPUT_VERSION:-}" ] || install+=(--version "$INPUT_VERSION")
[ -z "${INPUT_SOURCE:-}" ] || install+=(--add-source "$INPUT_SOURCE")
if [ ! -x "$folder/tool/hwtoken-sim" ]; then
    dotnet tool install hwtoken-sim "${install[@]}" >"$log" 2>&1 || { cat "$log" >&2; echo "hwtoken-sim cannot be installed: see above. Is the .NET 10 SDK there (actions/setup-dotnet)?" >&2; exit 1; }
fi

read -r -a arguments <<<"${INPUT_ARGS:-sim}"
: >"$log"
# A step's end does not end it, the job's does.
nohup "$folder/tool/hwtoken-sim" "${arguments[@]}" --temporary --url http://127.0.0.1:0 >"$log" 2>&1 </dev/null &
pid=$!
for ((waited = 0; ; waited++)); do
    url=$(sed -n 's/^HwToken listens at \(http[^ ]*\).*/\1/p' "$log" | head -n 1)
    [ -z "$url" ] || break
    kill -0 "$pid" 2>/dev/null || { cat "$log" >&2; echo "hwtoken-sim ended before it listened: see above." >&2; exit 1; }
    [ "$waited" -lt $((patience * 5)) ] || { kill "$pid"; echo "hwtoken-sim did not listen within $patience s." >&2; exit 1; }
    sleep 0.2
done

echo "HWTOKEN_SIM_URL=$url" >>"${GITHUB_ENV:-/dev/null}"
echo "url=$url" >>"${GITHUB_OUTPUT:-/dev/null}"
echo "$folder/tool" >>"${GITHUB_PATH:-/dev/null}"
echo "pid=$pid"
echo "hwtoken-sim listens at $url"
