#!/usr/bin/env bash
# The work of action.yml: runs NanoGuard on what the inputs name, with notes at the lines of the findings.
# Ends as NanoGuard does: 0 clean, 1 findings, 2 nothing was checked.
set -uo pipefail

read -r -a command <<<"${NANOGUARD:-dotnet nanoguard}"
arguments=(--profile "${INPUT_PROFILE:-platform}")

# One path or pattern a line; a pattern that matches nothing is a mistake and not a clean firmware.
while IFS= read -r pattern; do
    pattern=${pattern#"${pattern%%[![:space:]]*}"}
    pattern=${pattern%"${pattern##*[![:space:]]}"}
    [ -n "$pattern" ] || continue
    if [ -e "$pattern" ]; then
        arguments+=("$pattern")
        continue
    fi
    mapfile -t matches < <(IFS=; compgen -G "$pattern" | sort)
    if [ "${#matches[@]}" -eq 0 ]; then
        echo "::error title=NanoGuard::no file matches $pattern: build the firmware first, and name its .dll files"
        exit 2
    fi
    arguments+=("${matches[@]}")
done <<<"${INPUT_ASSEMBLIES:-}"

while IFS= read -r place; do
    [ -n "$place" ] && arguments+=(--references "$place")
done <<<"${INPUT_REFERENCES:-}"
[ -n "${INPUT_BASELINE:-}" ] && arguments+=(--baseline "$INPUT_BASELINE")

if [ -n "${INPUT_SARIF:-}" ]; then
    "${command[@]}" "${arguments[@]}" --format sarif --output "$INPUT_SARIF" 2>/dev/null
fi

notes=$("${command[@]}" "${arguments[@]}" --format github 2>&1)
status=$?
printf '%s\n' "$notes"
[ "$status" -le 1 ] || echo "::error title=NanoGuard::nothing was checked (exit status $status): see the log"

findings=$(grep -c '^::error ' <<<"$notes" || true)
[ -n "${GITHUB_OUTPUT:-}" ] && echo "findings=$findings" >>"$GITHUB_OUTPUT"
[ -n "${GITHUB_STEP_SUMMARY:-}" ] && echo "NanoGuard: $(tail -n 1 <<<"$notes")" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
