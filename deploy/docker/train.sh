#!/bin/bash
# Writes Java's AOT cache to the file given: starts the service without a database, asks it a little, and stops it. The public key
# is nobody's; the private half was thrown away.
set -eu
# A key that is named must be there; nothing is signed with it.
: >/training/none
export DB_URL=jdbc:postgresql://127.0.0.1:1/none DB_USER=none DB_PASSWORD=none
export FACTURATION_JWKS=file:/training/jwks.json FACTURATION_SIGNING_KEY=file:/training/none FACTURATION_TODAY=2025-08-01
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=8080 QUARKUS_SCHEDULER_ENABLED=false QUARKUS_FLYWAY_MIGRATE_AT_START=false
export QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY=none QUARKUS_HIBERNATE_ORM_DATABASE_START_OFFLINE=true

get() {
  exec 3<>/dev/tcp/127.0.0.1/8080 || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
  read -r _ status _ <&3
  cat <&3 >/dev/null
  exec 3<&-
  echo "$1 $status"
}

# shellcheck disable=SC2086
java ${JAVA_OPTS:-} -Xlog:aot=error -XX:AOTCacheOutput="$1" -jar quarkus-run.jar &
service=$!
until get /q/health/live 2>/dev/null; do
  kill -0 "$service" || { echo "The service ended before it was up." >&2; exit 1; }
  sleep 0.2
done
get /q/health/ready
get /q/openapi
get /q/metrics
get /api/v1/unknown
kill "$service"
wait "$service" || true
[ -s "$1" ] || { echo "No AOT cache was written." >&2; exit 1; }
