#!/usr/bin/env bash
# Runs the whole product on this machine: needs a JDK 17 or newer and nothing else. Usage: deploy/local.sh up|demo|token|down|reset
set -u

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P) || exit 1
root=$(dirname "$here")
jar="$here/local/target/local.jar"
built="$here/local/target/built"
services="invoice-service recurrence-service clockify-service export-service"

say() { printf '%s\n' "$*" >&2; }

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java="$JAVA_HOME/bin/java"
  else
    java=$(command -v java) || { say "A JDK 17 or newer is needed, and no java was found. Install one or set JAVA_HOME."; exit 1; }
  fi
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ] || [ "$version" -lt 17 ]; then
    say "A JDK 17 or newer is needed; $java is version ${version:-unknown}. Set JAVA_HOME to a newer one."
    exit 1
  fi
}

# True when a source of the first argument's jar is newer than that jar and than the last build of all.
stale() {
  local reference=$1
  shift
  [ -f "$reference" ] || return 0
  if [ "$built" -nt "$reference" ]; then reference=$built; fi
  [ -n "$(cd "$root" && find "$@" -type f -newer "$reference" -print 2>/dev/null | head -n 1)" ]
}

needs_build() {
  local service
  for service in $services; do
    stale "$root/$service/target/quarkus-app/quarkus-run.jar" \
      pom.xml deploy/edge/pom.xml deploy/edge/src/main deploy/typefaces/pom.xml deploy/typefaces/src/main "$service/pom.xml" "$service/src/main" && return 0
  done
  stale "$jar" pom.xml deploy/test/fake-clockify/pom.xml deploy/test/fake-clockify/src/main deploy/local/pom.xml deploy/local/src/main
}

build() {
  if [ ! -x "$(dirname "$java")/javac" ] && ! command -v javac >/dev/null; then
    say "Building needs a JDK, and $java belongs to a runtime without a compiler. Set JAVA_HOME to a JDK 17 or newer."
    exit 1
  fi
  # Jars must not change under services that run from them.
  if [ -f "$jar" ]; then
    "$java" -Dfacturation.root="$root" -jar "$jar" down >/dev/null 2>&1 || true
  fi
  local logs="${FACTURATION_HOME:-$here/.local}/logs" line status begun=$SECONDS
  mkdir -p "$logs" || { say "The folder $logs cannot be made; FACTURATION_HOME can name another."; exit 1; }
  local log="$logs/build.log"
  say "Building (the first time takes some minutes) ..."
  (cd "$root" && exec ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package) </dev/null >"$log" 2>&1 &
  local maven=$! shown=""
  trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$maven" 2>/dev/null; do
    line=$(grep -E '^\[INFO\] Building .*\[[0-9]+/[0-9]+\]' "$log" 2>/dev/null | tail -n 1 | sed 's/^\[INFO\] Building //; s/ 1\.0\.0-SNAPSHOT *//')
    if [ "$line" != "$shown" ]; then
      shown=$line
      say "  $line ($((SECONDS - begun)) s)"
    fi
    sleep 1
  done
  wait "$maven"; status=$?
  trap - INT TERM
  if [ "$status" -ne 0 ]; then
    say "The build failed, see $log:"
    grep -E '^\[ERROR\]' "$log" | head -n 30 >&2
    exit 1
  fi
  touch "$built"
  say "Built in $((SECONDS - begun)) s."
}

find_java
case "${1:-}" in
  up | demo) if needs_build; then build; fi ;;
  token | figures) [ -f "$jar" ] || build ;;
  down | reset) [ -f "$jar" ] || { say "Nothing was ever built here, so nothing runs."; exit 0; } ;;
  *) say "Usage: deploy/local.sh up | demo | token reader|operator|admin | down | reset | figures"; exit 2 ;;
esac
exec "$java" -Xmx256m -Dfacturation.root="$root" -jar "$jar" "$@"
