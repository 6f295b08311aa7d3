#!/usr/bin/env bash
# Puts the four schemas of a backup in the place of those that are there, all or nothing: restore.sh FILE
set -euo pipefail
file=$(realpath "${1:?"Usage: restore.sh FILE"}")
cd "$(dirname "$0")/../.."
services="invoice recurrence clockify export"

statements() {
  echo "begin;"
  # What the backup does not know must not stay beside it.
  for service in $services; do echo "drop schema if exists $service cascade;"; done
  # A backup that breaks off is never committed.
  docker compose exec -T postgres pg_restore --exit-on-error --file=- <"$file" && echo "commit;"
}

# shellcheck disable=SC2086
docker compose stop $services
status=0
statements | docker compose exec -T postgres \
  psql -U postgres -d facturation --no-psqlrc --quiet -v ON_ERROR_STOP=1 >/dev/null || status=$?
# The images that .env names: after an upgrade that is taken back, the new ones must not see the old schema, which they would migrate.
docker compose up --no-build --wait
if [ "$status" -ne 0 ]; then
  echo "$file cannot be restored; nothing was changed." >&2
  exit "$status"
fi
echo "Restored from $file"
