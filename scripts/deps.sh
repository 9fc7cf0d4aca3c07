#!/usr/bin/env bash
# Installs what the tests need beyond Go and Node: Chromium for the browser tests, Java and Maven for those on a real Neo4j, Python with
# networkx, igraph and openpyxl, which read the exports.
# As root or with password-free sudo it installs by apt; elsewhere it says exactly what to install.
# Usage: deps.sh [chromium] [neo4j] [formats]   (all where none is named). Exit status 0: all there. 3: something is missing.
set -u

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
has_neo4j() {
  command -v mvn >/dev/null || return 1
  case "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')" in 17 | 21) ;; *) return 1 ;; esac
}

has_python() { python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; }

# install CHECK WHAT PACKAGE...
install() {
  local check=$1 what=$2 root='' log
  shift 2
  "$check" && return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 3
    root='sudo -n'
  fi
  command -v apt-get >/dev/null || return 3
  echo "undersigned: installing $what (apt-get install $*) ..." >&2
  log=$(mktemp)
  { $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1
  "$check" || { tail -n 5 "$log" >&2; rm -f "$log"; return 3; }
  rm -f "$log"
}

status=0
for need in ${*:-chromium neo4j formats}; do
  case "$need" in
    chromium)
      install has_chromium 'Chromium for the browser tests' chromium fonts-liberation || {
        status=3
        cat >&2 <<'SAY'
undersigned: Chromium is missing, so the browser tests cannot run. Install it and run make test again:
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
SAY
      } ;;
    neo4j)
      install has_neo4j 'Java and Maven for the Neo4j tests' openjdk-17-jdk-headless maven || {
        status=3
        cat >&2 <<'SAY'
undersigned: Java 17 or 21, or Maven, is missing, so the tests on a real Neo4j cannot run. Install them and run make test again:
  Debian, Ubuntu:  sudo apt-get install openjdk-17-jdk-headless maven
  Fedora:          sudo dnf install java-21-openjdk-headless maven
  macOS:           brew install openjdk@21 maven
SAY
      } ;;
    formats)
      install has_python 'Python for the checks of the exports' python3 python3-venv && "$(dirname "$0")/formats.sh" deps || {
        status=3
        cat >&2 <<'SAY'
undersigned: Python 3.10 or newer with venv, or its packages, are missing, so no second program reads the exports. Install it and run make test again:
  Debian, Ubuntu:  sudo apt-get install python3 python3-venv
  Fedora:          sudo dnf install python3
  macOS:           brew install python
SAY
      } ;;
    *) echo "undersigned: deps.sh knows chromium, neo4j and formats, not $need" >&2; exit 2 ;;
  esac
done
exit $status
