#!/usr/bin/env bash
# `make spark`: what Spark computes from our Parquet files and what undersigned computes, compared for the example and for s10k of ../shared.
# Spark 4.0.1 runs on this machine, from PyPI, in a virtual environment of its own in the cache folder (made once, about 450 MB to download).
# Exit status 4: Python or Java is missing, or Spark could not be installed; 1: the results differ.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=4.0.1
venv=${XDG_CACHE_HOME:-$HOME/.cache}/undersigned/spark-$version
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
fail() { printf 'undersigned: %s\n' "$1" >&2; exit 4; }

command -v python3 >/dev/null || fail 'Python is missing. Spark needs Python 3.9 or newer.'
command -v "$java" >/dev/null || fail 'Java is missing. Spark needs Java 17 or 21 (on Debian: apt install openjdk-17-jre-headless).'
major=$("$java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
case "$major" in 17 | 21) ;; *) fail "Java ${major:-of an unknown version} does not run Spark $version. Install Java 17 or 21, or point JAVA_HOME at it." ;; esac
if [ ! -e "$venv/complete" ]; then
  echo "installing Spark $version into $venv ..." >&2
  rm -rf "$venv"
  python3 -m venv "$venv" || fail 'Python makes no virtual environment (on Debian: apt install python3-venv).'
  "$venv/bin/pip" install --quiet "pyspark==$version" || fail "Spark $version could not be installed; is there a network?"
  touch "$venv/complete"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bin=$PWD/bin/undersigned
# compare NAME, after the store of that name was loaded
compare() {
  local table
  mkdir "$work/$1"
  for table in organizations letters signatures ties; do
    "$bin" export --store "$work/$1.db" -f "$table.parquet" -o "$work/$1/$table.parquet" 2>/dev/null
  done
  printf '%s: ' "$1"
  PATH=$venv/bin:$PATH SPARK_LOCAL_IP=127.0.0.1 spark-submit --master 'local[*]' --driver-memory 4g --conf spark.ui.enabled=false \
    --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.sql.shuffle.partitions=4 \
    scripts/spark/cosigning.py "$work/$1" --check 2>"$work/$1.log" || { tail -n 20 "$work/$1.log" >&2; echo "undersigned: the results for $1 differ, or Spark failed" >&2; exit 1; }
}
"$bin" load --store "$work/example.db" examples/example.json >/dev/null
compare example
network=../shared/data/networks/s10k.csv.gz
if [ ! -e "$network" ]; then
  echo "undersigned: $network is missing: s10k is left out" >&2
  [ -z "${CI:-}" ] || exit 1
  exit
fi
"$bin" load --store "$work/s10k.db" --edges "$network" >/dev/null
compare s10k
