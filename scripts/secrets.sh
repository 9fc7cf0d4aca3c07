#!/usr/bin/env bash
# Makes the two secret files that docker-compose.yml reads, with one random password. Files that are there stay as they are.
set -eu
cd "$(dirname "$0")/.."
mkdir -p secrets
chmod 700 secrets
if [ ! -e secrets/neo4j_password ]; then
  (umask 077; LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 32 >secrets/neo4j_password)
fi
(umask 077; rm -f secrets/neo4j_auth; printf 'neo4j/%s' "$(cat secrets/neo4j_password)" >secrets/neo4j_auth)
# Compose gives the files to the containers as they are here, so the app's user must be able to read its one.
chmod 444 secrets/neo4j_password secrets/neo4j_auth
echo 'The password is in secrets/neo4j_password.'
