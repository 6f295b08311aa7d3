# Runs a benchmark of export-service's own classes without a product, in a heap of 256 MB; sourced.
run_pure() {
  local root classpath
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
  classpath=$(mktemp)
  (
    cd "$root"
    ./mvnw -B -ntp -q -pl export-service -am test-compile dependency:build-classpath -Dspotless.check.skip=true -Dmdep.includeScope=test -Dmdep.outputFile="$classpath"
    java -Xmx256m -cp "export-service/target/test-classes:export-service/target/classes:$(cat "$classpath")" \
      "fr.syaga.facturation.export.document.$1" "${@:2}"
  )
  rm -f "$classpath"
}
