#!/bin/sh
# Starts the service. A secret X may be given as X_FILE, the name of a file that holds it; an empty file gives nothing.
set -eu
for name in DB_PASSWORD FACTURATION_SIGNING_KEY_ID CLOCKIFY_API_KEY CLOCKIFY_WEBHOOK_TOKENS QUARKUS_MAILER_PASSWORD; do
  file=$(printenv "${name}_FILE" || true)
  if [ -n "$file" ] && [ -s "$file" ]; then
    value=$(cat "$file")
    export "$name=$value"
  fi
done
# What a killed service had not finished.
find /tmp -mindepth 1 -delete 2>/dev/null || true
# shellcheck disable=SC2086
exec java -XX:AOTCache=/app/app.aot ${JAVA_OPTS:-} -jar /app/quarkus-run.jar
