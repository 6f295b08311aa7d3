#!/usr/bin/env bash
# The passwords and keys of docker-compose.yml, as files: made once, kept ever after, committed never.
#   deploy/secrets.sh                  makes what is missing (./mvnw package has done so already)
#   deploy/secrets.sh token ROLE       a bearer token for reader, operator or admin, valid for eight hours
#   deploy/secrets.sh next-key | use-next-key | forget-old-keys | new-passwords     see deploy/operations.md
# FACTURATION_SECRETS names another folder than deploy/.local/secrets.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
jar="$here/local/target/local.jar"
[ -f "$jar" ] || { echo "Build first: ./mvnw -DskipTests package" >&2; exit 1; }
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" -cp "$jar" fr.syaga.facturation.local.SecretsCommand "${FACTURATION_SECRETS:-$here/.local/secrets}" "$@"
