#!/usr/bin/env bash
# How the tabular formats grow: writes N invented invoices as XML, CSV, XLSX and FEC in a heap of 256 MB, and tells time and size of
# each. Usage: exports.sh [N, default 100000]
set -euo pipefail

count=${1:-100000}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT

cd "$root"
./mvnw -B -ntp -q -pl export-service -am test-compile dependency:build-classpath -Dspotless.check.skip=true -Dmdep.includeScope=test -Dmdep.outputFile="$classpath"
java -Xmx256m -cp "export-service/target/test-classes:export-service/target/classes:$(cat "$classpath")" \
  fr.syaga.facturation.export.document.ExportBenchmark "$count"
