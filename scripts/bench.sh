#!/usr/bin/env bash
# `make bench`: loads and analyzes two synthetic networks of ../shared/data/networks with the built binary (CPU seconds and peak
# memory), then runs the kernels' benchmarks once. s2k has 2,000 organizations, 500 letters and 20,000 signatures, s10k 10,000,
# 1,000 and 100,000. Figures are of this machine; ratios in one run are what counts.
set -eu
cd "$(dirname "$0")/.."
networks=../shared/data/networks
[ -d "$networks" ] || { echo "undersigned: $networks is missing; these benchmarks need it" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bin=$PWD/bin/undersigned

# measure LABEL COMMAND...: CPU seconds (user + system), wall seconds, peak resident MB
measure() {
  local label=$1
  shift
  python3 - "$label" "$@" <<'PY'
import resource, subprocess, sys, time
label, command = sys.argv[1], sys.argv[2:]
start = time.time()
done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
u = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(f"{label}: exit {done.returncode}: {done.stderr.decode()[-300:]}")
print(f"{label:48s} {u.ru_utime + u.ru_stime:7.2f} s CPU {time.time() - start:7.2f} s {u.ru_maxrss / 1024:7.0f} MB")
PY
}
for set in s2k.csv s10k.csv.gz; do
  measure "load --edges $set" "$bin" load --store "$work/$set.db" --edges "$networks/$set"
  measure "load --edges $set, again" "$bin" load --store "$work/$set.db" --edges "$networks/$set"
  measure "analyze --edges $set" "$bin" analyze --json --edges "$networks/$set"
  measure "analyze the store of $set" "$bin" analyze --json --store "$work/$set.db"
done
pdf=internal/letter/testdata/pdf-pages/input.pdf
measure 'extract a PDF, the first on a machine' env XDG_CACHE_HOME="$work/cache" "$bin" extract "$pdf"
measure 'extract a PDF' env XDG_CACHE_HOME="$work/cache" "$bin" extract "$pdf"
if command -v pdftotext >/dev/null; then measure 'pdftotext of the same' pdftotext "$pdf" /dev/null; fi
measure 'help' "$bin" --help
go test -run '^$' -bench . -benchtime 1x -timeout 40m ./graph/... ./internal/...
