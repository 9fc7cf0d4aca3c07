#!/usr/bin/env bash
# Runs a Neo4j server of one's own without Docker: for development and tests, on 127.0.0.1 only.
#   scripts/neo4j.sh start    downloads what is missing (once, about 125 MB), starts the server, waits until it answers, prints how to use it
#   scripts/neo4j.sh stop     ends it; the data stay
#   scripts/neo4j.sh status   says whether it runs (exit status 0) or not (3)
#   scripts/neo4j.sh fetch    only downloads
# Environment: NEO4J_HOME_DIR (default: server/ in the cache folder), NEO4J_PORT (default 7687), NEO4J_HEAP (default 1g), NEO4J_CONF
# (more lines for neo4j.conf). Each home has its own data, password file and log, so several servers can run at once.
# Exit status 4: Java or Maven is missing, or the download failed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/undersigned/neo4j
home=${NEO4J_HOME_DIR:-$cache/server}
case "$home" in /*) ;; *) home=$PWD/$home ;; esac
port=${NEO4J_PORT:-7687}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' "$here/neo4j/pom.xml")
lib=$cache/lib-$version

say() { printf 'undersigned: %s\n' "$1" >&2; }
fail() { say "$2"; exit "$1"; }

check_java() {
  command -v "$java" >/dev/null || fail 4 'Java is missing. Neo4j needs Java 17 or 21 (on Debian: apt install openjdk-17-jre-headless).'
  local major
  major=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p') # a note about JDK_JAVA_OPTIONS may come first
  case "$major" in 17 | 21) ;; *) fail 4 "Java ${major:-of an unknown version} does not run Neo4j $version. Install Java 17 or 21, or point JAVA_HOME at it." ;; esac
}

# fetch copies the server's libraries into the cache, all or none of them, however many of us run at once.
fetch() {
  [ -e "$lib/complete" ] && return
  command -v mvn >/dev/null || fail 4 'Maven is missing. It downloads Neo4j from Maven Central (on Debian: apt install maven).'
  mkdir -p "$cache"
  (
    if command -v flock >/dev/null; then flock 9; fi
    [ -e "$lib/complete" ] && exit
    say "downloading Neo4j $version from Maven Central into $cache ..."
    work=$(mktemp -d "$cache/fetch.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    cp "$here/neo4j/pom.xml" "$work/"
    if ! (cd "$work" && mvn -q -B package "-Dlib.dir=$work/lib") >"$cache/fetch.log" 2>&1; then
      tail -n 5 "$cache/fetch.log" >&2
      fail 4 "Neo4j could not be downloaded; is there a network? What Maven said is in $cache/fetch.log."
    fi
    touch "$work/lib/complete"
    rm -rf "$lib"
    mv "$work/lib" "$lib"
  ) 9>"$cache/fetch.lock"
}

# running prints the server's process id. A process id that went to another program is not taken for it.
running() {
  local pid
  pid=$(cat "$home/run/neo4j.pid" 2>/dev/null) || return 1
  kill -0 "$pid" 2>/dev/null || return 1
  [ ! -r "/proc/$pid/cmdline" ] || tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "--home-dir=$home" || return 1
  echo "$pid"
}

# known takes the port of a server that runs from where it was noted, whatever NEO4J_PORT says now.
known() {
  running >/dev/null || return 1
  port=$(cat "$home/run/neo4j.port" 2>/dev/null || echo "$port")
}

# answers tells whether Bolt itself answers on the port: it chooses version 5.x of those offered. An open port alone says nothing.
answers() {
  local reply
  exec 8<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf '\x60\x60\xb0\x17\x00\x08\x08\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00' >&8
  reply=$(timeout 2 head -c 4 <&8 | od -An -tx1 | tr -d ' ')
  exec 8>&-
  [[ "$reply" == 0000??05 ]]
} 2>/dev/null

tell() {
  cat <<EOT
Neo4j $version runs at bolt://127.0.0.1:$port (process $1); its data are in $home.
  export NEO4J_PASSWORD_FILE=$home/password
  undersigned serve --store bolt://127.0.0.1:$port
EOT
}

start() {
  local pid
  if known && answers; then
    tell "$(running)"
    return
  fi
  check_java
  fetch
  mkdir -p "$home" && chmod 700 "$home"
  mkdir -p "$home"/{conf,data,logs,run,import,plugins,licenses}
  if ! pid=$(running); then
    if (exec 7<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      fail 1 "port $port is taken by another program. Choose another one: NEO4J_PORT=7688 scripts/neo4j.sh start"
    fi
    if [ ! -s "$home/password" ]; then
      (umask 077 && head -c 18 /dev/urandom | base64 | tr '+/' 'xy' >"$home/password")
    fi
    cat >"$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
server.bolt.advertised_address=127.0.0.1:$port
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
${NEO4J_CONF:-}
CONF
    if [ ! -e "$home/data/dbms/auth.ini" ] && [ ! -d "$home/data/databases/system" ]; then
      # The password goes by file (@): arguments show in process lists.
      NEO4J_HOME=$home NEO4J_CONF=$home/conf "$java" -cp "$lib/*" org.neo4j.cli.AdminTool dbms set-initial-password "@$home/password" \
        >"$home/logs/password.log" 2>&1 || fail 1 "The first password could not be set; see $home/logs/password.log."
    fi
    nohup "$java" -cp "$home/plugins/*:$home/conf/*:$lib/*" -Xms512m "-Xmx${NEO4J_HEAP:-1g}" -XX:+UseG1GC \
      -XX:-OmitStackTraceInFastThrow -Djdk.nio.maxCachedBufferSize=1024 -Dio.netty.tryReflectionSetAccessible=true \
      --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
      --enable-native-access=ALL-UNNAMED -Dlog4j2.disable.jmx=true -Dfile.encoding=UTF-8 \
      org.neo4j.server.CommunityEntryPoint "--home-dir=$home" "--config-dir=$home/conf" --console-mode \
      </dev/null >"$home/logs/console.log" 2>&1 &
    pid=$!
    echo "$pid" >"$home/run/neo4j.pid"
    echo "$port" >"$home/run/neo4j.port"
  fi
  for _ in $(seq 600); do
    if answers; then
      tell "$pid"
      return
    fi
    if ! kill -0 "$pid" 2>/dev/null; then
      tail -n 15 "$home/logs/console.log" >&2
      fail 1 "Neo4j did not start; what it said is above and in $home/logs."
    fi
    sleep 0.2
  done
  fail 1 "Neo4j has not answered for two minutes; what it says is in $home/logs/console.log."
}

stop() {
  local pid
  if ! pid=$(running); then
    echo 'Neo4j does not run.'
    return
  fi
  kill -CONT "$pid" 2>/dev/null || true
  kill "$pid"
  for _ in $(seq 300); do
    if ! kill -0 "$pid" 2>/dev/null; then
      rm -f "$home/run/neo4j.pid"
      echo 'Neo4j has ended.'
      return
    fi
    sleep 0.1
  done
  fail 1 "Neo4j (process $pid) does not end; look at $home/logs/console.log."
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  fetch) check_java; fetch ;;
  status)
    if known && answers; then tell "$(running)"; else
      echo 'Neo4j does not run.'
      exit 3
    fi ;;
  *) fail 2 'say: scripts/neo4j.sh start, stop, status or fetch' ;;
esac
