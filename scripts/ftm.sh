#!/usr/bin/env bash
# The followthemoney package reads the entities that undersigned exports (export -f ftm), in a Python environment of our own in the cache: of the
# example, of names that break careless writers, and of organizations about which facts are known.
# Usage: scripts/ftm.sh [BIN]   (bin/undersigned; the environment is made once, some 250 MB; then it takes some 10 seconds)
# Exit status 3: Python 3.11 with venv and pip is missing, or the package could not be had; it needs ICU (Debian: libicu-dev, pkg-config, g++).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "${1:-$here/../bin/undersigned}")
needs=$here/ftm/requirements.txt
cache=${XDG_CACHE_HOME:-$HOME/.cache}/undersigned/ftm
env=$cache/$(cksum <"$needs" | cut -d' ' -f1)

say() { printf 'undersigned: %s\n' "$1" >&2; }

if [ ! -e "$env/complete" ]; then
  python=
  for p in python3.11 python3 python3.12 python3.13; do # the first that is new enough; figures of docs/exports.md are of 3.11
    if "$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$p && break; fi
  done
  [ -n "$python" ] || { say 'Python 3.11 or newer with venv is missing (on Debian: apt install python3-venv), so nothing reads the entities.'; exit 3; }
  mkdir -p "$cache"
  say "installing followthemoney into $env ..."
  rm -rf "$env"
  if ! { "$python" -m venv "$env" && "$env/bin/pip" install --quiet --disable-pip-version-check --requirement "$needs"; } >"$cache/install.log" 2>&1; then
    tail -n 3 "$cache/install.log" >&2
    say "The Python packages could not be installed; is there a network, and ICU (on Debian: apt install libicu-dev pkg-config g++)? What pip said is in $cache/install.log."
    exit 3
  fi
  touch "$env/complete"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for store in example facts; do
  file=$here/ftm/$store.yaml
  if [ $store = example ]; then file=$here/../examples/example.json; fi
  "$program" load "$file" --store "$work/$store.db" >/dev/null
done
"$program" load --edges "$here/formats/hard.csv" --store "$work/hard.db" >/dev/null 2>&1
"$env/bin/python" "$here/ftm/check.py" "$program" "$work/example.db" "$work/facts.db" "$work/hard.db"
