#!/bin/bash
# Four roles that log in with a password of their own, each with a schema that only it can read. The passwords come from secret files
# and stand in no variable of the server. Runs when PostgreSQL makes its data folder, and by hand when the passwords have changed.
set -eu
run() { psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }
run -v database="$POSTGRES_DB" -v owner="$POSTGRES_USER" -v password="$(cat /run/secrets/db_owner)" <<'SQL'
revoke all on database :"database" from public;
revoke all on schema public from public;
alter role :"owner" password :'password';
SQL
for service in invoice recurrence clockify export; do
  run -v role="$service" -v database="$POSTGRES_DB" -v password="$(cat "/run/secrets/db_$service")" -f /roles/role.sql
done
