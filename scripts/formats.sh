#!/usr/bin/env bash
# Second programs read every export: networkx, igraph, openpyxl and pyarrow, in a Python environment of our own in the cache.
#   scripts/formats.sh deps          makes the environment where it is missing (once, about 120 MB)
#   scripts/formats.sh check [BIN]   exports small networks with bin/undersigned and compares (some 10 seconds)
# Exit status 3: Python 3.10 or newer with venv and pip is missing, or the packages could not be had.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
needs=$here/formats/requirements.txt
cache=${XDG_CACHE_HOME:-$HOME/.cache}/undersigned/formats
env=$cache/$(cksum <"$needs" | cut -d' ' -f1)

say() { printf 'undersigned: %s\n' "$1" >&2; }

deps() {
  [ -e "$env/complete" ] && return
  python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || {
    say 'Python 3.10 or newer with venv is missing, so no second program reads the exports (on Debian: apt install python3-venv).'
    return 3
  }
  mkdir -p "$cache"
  (
    if command -v flock >/dev/null; then flock 9; fi
    [ -e "$env/complete" ] && exit
    say "installing networkx, igraph, openpyxl and pyarrow into $env ..."
    rm -rf "$env"
    if ! { python3 -m venv "$env" && "$env/bin/pip" install --quiet --disable-pip-version-check --requirement "$needs"; } >"$cache/install.log" 2>&1; then
      tail -n 3 "$cache/install.log" >&2
      say "The Python packages could not be installed; is there a network? What pip said is in $cache/install.log."
      exit 3
    fi
    touch "$env/complete"
  ) 9>"$cache/lock"
}

check() {
  local program work
  program=$(realpath "${1:-$here/../bin/undersigned}")
  deps
  work=$(mktemp -d)
  trap "rm -rf '$work'" EXIT
  awk 'BEGIN { print "organization,letter,date"
    for (l = 1; l <= 14; l++) for (o = 1; o <= 60; o++) if ((o * l + o % 7) % 11 < 3) printf "Organization %d,Letter %d,%d-%02d\n", o, l, 2010 + l, 1 + l % 12 }' >"$work/plain.csv"
  "$program" load --edges "$here/formats/hard.csv" --store "$work/hard.db" >/dev/null 2>&1
  "$program" load --edges "$work/plain.csv" --store "$work/plain.db" >/dev/null 2>&1
  "$env/bin/python" "$here/formats/check.py" "$program" "$work/hard.db" "$work/plain.db"
}

case "${1:-}" in
  deps) deps ;;
  check) shift; check "$@" ;;
  *) say 'say: scripts/formats.sh deps or check'; exit 2 ;;
esac
