#!/bin/sh
# Starts the service. A setting X that is a secret may be given as X_FILE, the name of a file that holds it.
set -eu
if [ -n "${DB_PASSWORD_FILE:-}" ]; then
  DB_PASSWORD=$(cat "$DB_PASSWORD_FILE")
  export DB_PASSWORD
fi
# shellcheck disable=SC2086
exec java ${JAVA_OPTS:-} -jar /app/quarkus-run.jar
