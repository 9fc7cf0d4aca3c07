#!/usr/bin/env bash
# `make fuzz`: runs every fuzz target of the module for FUZZTIME (5s, some two minutes in all on two processors; FUZZTIME=10m to look for faults), two
# at once. A target that fails is named with the file that holds what it failed on: add that file to the repository with the fix, and it is tried in
# every test from then on. What was found to be of interest lies in Go's cache, as with `go test -fuzz`, and is where the next run begins.
# Packages may be given: scripts/fuzz.sh ./internal/letter/...
set -u
cd "$(dirname "$0")/.."
export CGO_ENABLED=0 FUZZTIME=${FUZZTIME:-5s}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export work cache="$(go env GOCACHE)/fuzz"

# build PACKAGE FOLDER: a test binary that is made for fuzzing, and the names of its targets
build() {
  local package=$1 folder=$2 name=${1//\//+} targets
  targets=$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]+)\([a-z]+ \*testing\.F\).*/\1/p' "$folder"/*_test.go 2>/dev/null)
  [ -n "$targets" ] || return 0
  # Only our own packages are counted, so that what they import is built once, for all tests, and chance goes into our code.
  if ! go test -c -gcflags='undersigned/...=-d=libfuzzer' -o "$work/$name.test" "$package" >"$work/$name.log" 2>&1; then
    { echo "$package: its tests cannot be built for fuzzing"; cat "$work/$name.log"; } >"$work/$name.failed"
    return 0
  fi
  local target
  for target in $targets; do echo "$package $folder $target"; done >>"$work/targets"
}

# fuzz PACKAGE FOLDER TARGET
fuzz() {
  local package=$1 folder=$2 target=$3 name=${1//\//+} log found
  log="$work/$name.$target.log"
  mkdir -p "$cache/$package"
  if (cd "$folder" && "$work/$name.test" -test.run '^$' -test.fuzz "^$target\$" -test.fuzztime "$FUZZTIME" -test.fuzzminimizetime 20x -test.parallel 1 -test.fuzzcachedir "$cache/$package") >"$log" 2>&1; then
    printf '%-40s %-24s %s\n' "$package" "$target" "$(sed -nE 's/.*(execs: [0-9]+).*/\1/p' "$log" | tail -1)"
    return 0
  fi
  found=$(sed -nE 's/.*Failing input written to (.*)/\1/p' "$log" | tail -1)
  # Go's fuzzing may report that its time was over as a failure, while a worker was still at an input. It writes none then.
  if [ -z "$found" ] && grep -q 'context deadline exceeded' "$log" && ! grep -q 'panic: \|_test.go:' "$log"; then
    printf '%-40s %-24s ended while it was at work\n' "$package" "$target"
    return 0
  fi
  [ -z "$found" ] || found=" on the input in ${folder#"$PWD"/}/$found"
  [ -n "$found" ] || found=$(sed -nE 's/.*testing seed corpus entry: (.*)/ on the seed \1/p' "$log" | tail -1)
  { echo "$package $target failed$found"; tail -60 "$log"; } | tee "$work/$name.$target.failed"
}
export -f build fuzz

go list -f '{{.ImportPath}} {{.Dir}}' "${@:-./...}" | xargs -P 2 -L 1 bash -c 'build "$@"' build || exit 1
[ -s "$work/targets" ] || { echo 'undersigned: no fuzz target was found' >&2; exit 1; }
sort "$work/targets" | xargs -P 2 -L 1 bash -c 'fuzz "$@"' fuzz
failed=("$work"/*.failed)
[ -e "${failed[0]}" ] || { echo "$(wc -l <"$work/targets") fuzz targets ran for $FUZZTIME each and found nothing."; exit 0; }
echo
cat "${failed[@]}" | grep -E ' failed|cannot be built'
exit 1
