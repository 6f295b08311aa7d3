#!/usr/bin/env bash
# Does the demo's main job on a compose stack of its own, twice, and checks every figure; exit 0 only if all hold.
#   deploy/smoke.sh            brings the stack up, checks it, removes it with its data
#   deploy/smoke.sh --kill     also kills each container's process in turn (needs root), changes the key that signs, and restores a
#                              backup, and checks the figures after each
#   deploy/smoke.sh --keep     leaves the stack up
# SMOKE_PORT_BASE (18080) moves its ports, SMOKE_PROJECT (facturation-smoke) its name; JRE_IMAGE and POSTGRES_IMAGE name other images.
set -euo pipefail
cd "$(dirname "$0")/.."

kill_each=false keep=false
for argument in "$@"; do
  case $argument in
    --kill) kill_each=true ;;
    --keep) keep=true ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done

base=${SMOKE_PORT_BASE:-18080}
export FACTURATION_PORT_BASE=$base FACTURATION_HOME=$PWD/deploy/.local/smoke FACTURATION_SECRETS=$PWD/deploy/.local/smoke/keys
export INVOICE_PORT=$((base + 1)) RECURRENCE_PORT=$((base + 2)) CLOCKIFY_PORT=$((base + 3)) EXPORT_PORT=$((base + 4))
# The user's own settings and stack are no part of this.
export FACTURATION_ENV=/dev/null BIND_ADDRESS=127.0.0.1 VERSION=smoke
parts="postgres mail fake-clockify invoice recurrence clockify export"

# Also for the scripts of backup and restore.
export COMPOSE_PROJECT_NAME=${SMOKE_PROJECT:-facturation-smoke} COMPOSE_FILE=docker-compose.yml:deploy/docker/demo.compose.yml
export COMPOSE_ENV_FILES=/dev/null

down() {
  local status=$?
  if [ "$status" -ne 0 ]; then
    docker compose ps -a || true
    docker compose logs --no-color --tail 60 || true
  fi
  if ! $keep; then docker compose down --volumes --remove-orphans --timeout 20; fi
  exit "$status"
}

figures() {
  # shellcheck disable=SC2086
  deploy/local.sh figures ${2:-} >"$FACTURATION_HOME/figures.txt" || { grep -E 'MOVED|demo ' "$FACTURATION_HOME/figures.txt" >&2; return 1; }
  printf '%s: %d figures hold, in %d s\n' "$1" "$(grep -c '^  [a-zA-Z]' "$FACTURATION_HOME/figures.txt")" "$SECONDS"
}

# The crash of a process, not the wish of a person, after which Docker would leave it alone.
crash() {
  local id restarts
  id=$(docker compose ps -q "$1")
  restarts=$(docker inspect -f '{{.RestartCount}}' "$id")
  kill -KILL "$(docker inspect -f '{{.State.Pid}}' "$id")"
  for _ in $(seq 240); do
    if [ "$(docker inspect -f '{{.RestartCount}} {{.State.Health.Status}}' "$id")" = "$((restarts + 1)) healthy" ]; then
      wait_for_all
      return
    fi
    sleep 1
  done
  echo "$1 did not come back." >&2
  return 1
}

# Also those that lost a neighbour for a moment.
wait_for_all() {
  local part
  for part in $parts; do
    for _ in $(seq 240); do
      [ "$(docker inspect -f '{{.State.Health.Status}}' "$(docker compose ps -q "$part")")" = healthy ] && continue 2
      sleep 1
    done
    echo "$part is not healthy." >&2
    return 1
  done
}

# As the operations guide says, step by step.
rotate_key() {
  local step
  for step in next-key use-next-key forget-old-keys; do
    deploy/secrets.sh "$step"
    docker compose restart invoice recurrence clockify export >/dev/null 2>&1
    wait_for_all
  done
}

trap down EXIT
deploy/secrets.sh
tr -dc a-z </dev/urandom | head -c 24 >"$FACTURATION_SECRETS/clockify_api_key" || true
docker compose down --volumes --remove-orphans >/dev/null 2>&1
docker compose up --detach --build --wait --wait-timeout 600
echo "The stack is up and healthy, in $SECONDS s"
figures "The main job"
if $kill_each; then
  for part in $parts; do
    crash "$part"
    figures "After $part was killed" again
  done
  rotate_key
  figures "After another key signs" again
  deploy/docker/backup.sh "$FACTURATION_HOME/smoke.dump"
  deploy/docker/restore.sh "$FACTURATION_HOME/smoke.dump"
  figures "After a backup was restored" again
fi
