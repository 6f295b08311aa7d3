package fr.syaga.facturation.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** What docker-compose.yml and the demo's file promise of every container: no root, limits, health, no secret in a variable. */
@SuppressWarnings("unchecked")
class ComposeTest {

    private static final Path ROOT = Path.of("..", "..", "..");

    @ParameterizedTest
    @MethodSource("containers")
    void nobodyIsRootNorWritesToTheImage(Container container) throws IOException {
        assertThat(container.tells("read_only")).isEqualTo(true);
        assertThat(container.tells("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(container.tells("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(container.user()).isNotBlank().doesNotStartWith("root").doesNotStartWith("0");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void nobodyTakesTheWholeMachine(Container container) {
        assertThat(container.tells("mem_limit")).isNotNull();
        assertThat(container.tells("cpus")).isNotNull();
        assertThat(container.tells("pids_limit")).isNotNull();
        assertThat((Map<String, Object>) container.tells("logging")).containsKey("options");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void whoDiesIsStartedAgainAndSaysWhenItIsHealthy(Container container) throws IOException {
        assertThat(container.tells("restart")).isEqualTo("unless-stopped");
        assertThat(container.definition().containsKey("healthcheck")
                        || container.dockerfile().contains("\nHEALTHCHECK "))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void whoIsNeededIsWaitedForUntilItIsHealthy(Container container) {
        assertThat(container.map("depends_on").values())
                .allSatisfy(needed ->
                        assertThat((Map<String, Object>) needed).containsEntry("condition", "service_healthy"));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void everyPortIsOnThisMachineUnlessAPersonSaysOtherwise(Container container) {
        assertThat(container.list("ports"))
                .allSatisfy(port -> assertThat(port).asString().startsWith("${BIND_ADDRESS:-127.0.0.1}:"));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void everyImageIsPinnedAndCanBeNamedOtherwise(Container container) {
        assertThat(container.tells("image"))
                .asString()
                .matches("(\\$\\{[A-Z]+_IMAGE:-.+:v?\\d[\\d.]*}|facturation/.+:\\$\\{VERSION:-\\d.+})");
    }

    /** A variable is seen by everyone who may look at the container; a secret is a file, and the variable names it. */
    @ParameterizedTest
    @MethodSource("containers")
    void noSecretIsAVariable(Container container) {
        assertThat(container.map("environment")).allSatisfy((name, value) -> {
            if (name.matches(".*(PASSWORD|SECRET|TOKEN|_KEY(?!_ID)|JWKS).*")) {
                assertThat(String.valueOf(value)).as(name).matches("(file:)?/run/secrets/.+");
            }
        });
    }

    static Stream<Container> containers() throws IOException {
        Map<String, Map<String, Object>> all = services("docker-compose.yml");
        services("deploy/docker/demo.compose.yml")
                .forEach((name, definition) -> all.merge(name, definition, (base, over) -> {
                    Map<String, Object> both = new HashMap<>(base);
                    over.forEach((key, value) -> both.merge(key, value, ComposeTest::joined));
                    return both;
                }));
        assertThat(all)
                .containsKeys(
                        "postgres",
                        "mail",
                        "invoice",
                        "recurrence",
                        "clockify",
                        "export",
                        "prometheus",
                        "grafana",
                        "fake-clockify");
        return all.entrySet().stream().map(entry -> new Container(entry.getKey(), entry.getValue()));
    }

    private static Object joined(Object base, Object over) {
        if (!(base instanceof Map) || !(over instanceof Map)) {
            return over;
        }
        Map<String, Object> both = new HashMap<>((Map<String, Object>) base);
        both.putAll((Map<String, Object>) over);
        return both;
    }

    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        Map<String, Object> whole =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ROOT.resolve(file)));
        return new HashMap<>((Map<String, Map<String, Object>>) whole.get("services"));
    }

    /** One container as the compose files define it, with what its Dockerfile adds. */
    record Container(String name, Map<String, Object> definition) {

        Object tells(String key) {
            return definition.get(key);
        }

        Map<String, Object> map(String key) {
            return (Map<String, Object>) definition.getOrDefault(key, Map.of());
        }

        List<Object> list(String key) {
            return (List<Object>) definition.getOrDefault(key, List.of());
        }

        String user() throws IOException {
            Object user = tells("user");
            return user != null ? user.toString() : dockerfile().replaceAll("(?s).*\nUSER ([^\n]+)\n.*", "$1");
        }

        String dockerfile() throws IOException {
            Object file = map("build").get("dockerfile");
            return file == null ? "" : Files.readString(ROOT.resolve(file.toString()));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
