#!/bin/bash
# Runs once, when PostgreSQL makes its data folder: four roles that log in with a password of their own, each with a schema that
# only it can read. The passwords come from secret files and stand in no variable of the server.
set -eu
for service in invoice recurrence clockify export; do
  psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    -v role="$service" -v database="$POSTGRES_DB" -v password="$(cat "/run/secrets/db_$service")" -f /roles/role.sql
done
