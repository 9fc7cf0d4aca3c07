#!/usr/bin/env bash
# Gephi's own importers read the exports of the example data, and say what they think of them.
# Usage: gephi.sh [BIN]   (bin/undersigned where none is named)
# Downloads the importers once from Maven Central (some 75 MB) into the cache. Exit status 4: Java 17 or newer, or Maven is missing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "${1:-$here/../bin/undersigned}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$(sed -n 's:.*<gephi.version>\(.*\)</gephi.version>.*:\1:p' "$here/gephi/pom.xml")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/undersigned/gephi
lib=$cache/lib-$version

fail() { printf 'undersigned: %s\n' "$2" >&2; exit "$1"; }

command -v "$java" >/dev/null && command -v mvn >/dev/null || fail 4 'Java or Maven is missing (on Debian: apt install openjdk-17-jdk-headless maven).'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ ! -e "$lib/complete" ]; then
  mkdir -p "$cache"
  printf 'undersigned: downloading the importers of Gephi %s from Maven Central into %s ...\n' "$version" "$cache" >&2
  cp "$here/gephi/pom.xml" "$work/"
  (cd "$work" && mvn -q -B package "-Dlib.dir=$work/lib") >"$cache/fetch.log" 2>&1 || {
    tail -n 5 "$cache/fetch.log" >&2
    fail 4 "Gephi's importers could not be downloaded; is there a network? What Maven said is in $cache/fetch.log."
  }
  touch "$work/lib/complete"
  rm -rf "$lib"
  mv "$work/lib" "$lib"
fi

"$program" load --store "$work/example.db" "$here/../examples/example.json" >/dev/null 2>&1
status=0
for mode in one two; do
  two=()
  [ "$mode" = one ] || two=(--two-mode)
  files=()
  for format in gexf graphml pajek:net ties.csv nodes.csv xlsx; do
    file=$work/$mode.${format#*:}
    "$program" export --store "$work/example.db" -f "${format%:*}" ${two[@]+"${two[@]}"} -o "$file" 2>/dev/null
    files+=("$file")
  done
  "$java" -Dorg.netbeans.modules.masterfs.watcher.disable=true -cp "$lib/*" "$here/gephi/Importers.java" "${files[@]}" 2>"$work/log" || { status=1; tail -n 20 "$work/log" >&2; }
done
exit $status
