package fr.syaga.facturation.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static fr.syaga.facturation.kubernetes.CallGraph.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a cluster is told: nothing misspelt, nobody with more rights than needed, no call that the services do not make. */
class ManifestsTest {

    private static final Path HERE =
            Path.of("..", "..", "kubernetes").toAbsolutePath().normalize();
    private static final Manifests MANIFESTS = Manifests.of(HERE);
    private static final List<NetworkPolicy> POLICIES = MANIFESTS.all(NetworkPolicy.class);
    private static final Manifests SCALED = Manifests.of(HERE.resolve(Path.of("overlays", "scaled")));

    @SuppressWarnings("unused")
    private static final List<Path> KUSTOMIZATIONS = kustomizations();

    @Test
    void aFieldThatKubernetesDoesNotKnowIsRefused() {
        assertThatThrownBy(
                        () -> Manifests.read("{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {prots: []}}"))
                .hasMessageContaining("prots");
    }

    @Test
    void everyServiceHasADeploymentAServiceAndAMigration() {
        assertThat(Manifests.of(HERE.resolve("base")).names(Deployment.class))
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(MANIFESTS.names(Service.class)).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(MANIFESTS.names(Job.class))
                .containsExactlyInAnyOrderElementsOf(
                        SERVICES.stream().map(service -> "migrate-" + service).toList());
    }

    @Test
    void nobodyRunsAsRootWritesItsImageOrHoldsATokenOfTheCluster() {
        assertThat(pods()).hasSize(8).allSatisfy(pod -> {
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(1001);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getContainers()).singleElement().satisfies(container -> {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
            });
        });
    }

    @Test
    void everyServiceIsProbedOnItsOwnPort() {
        for (Deployment deployment : services()) {
            String service = deployment.getMetadata().getName();
            Container container = container(deployment);
            int port = Integer.parseInt(CallGraph.settings(service).getProperty("quarkus.http.port"));
            assertThat(container.getPorts()).singleElement().satisfies(published -> {
                assertThat(published.getName()).isEqualTo("http");
                assertThat(published.getContainerPort()).isEqualTo(port);
            });
            assertThat(Stream.of(
                                    container.getStartupProbe(),
                                    container.getLivenessProbe(),
                                    container.getReadinessProbe())
                            .map(Probe::getHttpGet)
                            .map(get -> get.getPath() + " " + get.getPort().getStrVal()))
                    .containsExactly("/q/health/started http", "/q/health/live http", "/q/health/ready http");
        }
    }

    @Test
    void noSecretStandsInTheTree() {
        assertThat(pods().flatMap(pod -> pod.getContainers().stream())
                        .flatMap(container -> container.getEnv().stream()))
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|SECRET|API_KEY|_TOKENS?)"))
                .hasSize(8)
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
                });
    }

    @Test
    void theMigrationChangesTheSchemaAndEndsAndTheServiceOnlyChecksIt() {
        assertThat(MANIFESTS.all(Job.class))
                .allSatisfy(job -> assertThat(variables(job.getSpec().getTemplate()))
                        .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                        .containsEntry("QUARKUS_INIT_AND_EXIT", "true"));
        assertThat(services())
                .allSatisfy(service -> assertThat(variables(service.getSpec().getTemplate()))
                        .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                        .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true"));
    }

    @Test
    void theNetworkAllowsExactlyTheCallsThatTheServicesMake() {
        assertThat(CallGraph.ofSettings()).isNotEmpty();
        assertThat(CallGraph.ofEgress(POLICIES)).isEqualTo(CallGraph.ofSettings());
        assertThat(CallGraph.ofIngress(POLICIES)).isEqualTo(CallGraph.ofSettings());
    }

    @Test
    void theServicesAreToldOfTheNeighboursThatTheyMayCall() {
        for (Deployment deployment : services()) {
            List<String> told = variables(deployment.getSpec().getTemplate()).entrySet().stream()
                    .filter(variable -> variable.getKey().matches("(INVOICE|RECURRENCE|CLOCKIFY|EXPORT)_URL"))
                    .map(variable -> deployment.getMetadata().getName() + " -> "
                            + variable.getValue().replace("http://", ""))
                    .toList();
            assertThat(CallGraph.ofSettings())
                    .filteredOn(call -> call.startsWith(deployment.getMetadata().getName() + " "))
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void whatIsNotAllowedIsForbidden() {
        assertThat(POLICIES)
                .filteredOn(policy ->
                        policy.getSpec().getPodSelector().getMatchLabels().isEmpty()
                                && policy.getSpec()
                                        .getPodSelector()
                                        .getMatchExpressions()
                                        .isEmpty())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(policy.getSpec().getIngress()).isEmpty();
                    assertThat(policy.getSpec().getEgress()).isEmpty();
                });
    }

    @Test
    void theWorldIsReachedOnTheseDoorsOnly() {
        Map<String, Set<String>> doors = new TreeMap<>();
        POLICIES.forEach(policy -> policy.getSpec().getEgress().stream()
                .filter(rule -> rule.getTo().stream().allMatch(peer -> peer.getIpBlock() != null))
                .flatMap(rule -> rule.getPorts().stream())
                .forEach(door -> doors.computeIfAbsent(policy.getMetadata().getName(), any -> new TreeSet<>())
                        .add(door.getPort().getValue().toString())));

        assertThat(doors)
                .isEqualTo(Map.of(
                        "all-to-database-and-names", Set.of("5432"),
                        "clockify", Set.of("443"),
                        "mail", Set.of("25", "465", "587")));
    }

    @Test
    void onlyTheApiAndItsPageArePublished() {
        assertThat(MANIFESTS.all(Ingress.class))
                .singleElement()
                .satisfies(ingress -> assertThat(ingress.getSpec().getRules())
                        .hasSize(SERVICES.size())
                        .allSatisfy(rule -> assertThat(rule.getHttp().getPaths())
                                .extracting(HTTPIngressPath::getPath)
                                .containsExactly("/api", "/q/swagger-ui", "/q/openapi")));
    }

    @Test
    void whereThereAreThreeOneMayBeAwayAndEachIsOnAMachineOfItsOwn() {
        assertThat(SCALED.names(PodDisruptionBudget.class)).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(SCALED.all(PodDisruptionBudget.class))
                .allSatisfy(budget -> assertThat(budget.getSpec().getSelector().getMatchLabels())
                        .containsEntry(
                                "app.kubernetes.io/name", budget.getMetadata().getName()));
        assertThat(SCALED.all(HorizontalPodAutoscaler.class))
                .extracting(scaler -> scaler.getSpec().getScaleTargetRef().getName())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(SCALED.all(HorizontalPodAutoscaler.class))
                .allSatisfy(
                        scaler -> assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(3));
        assertThat(SCALED.names(Deployment.class)).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(SCALED.all(Deployment.class))
                .allSatisfy(patch -> assertThat(
                                patch.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                        .hasSize(2));
    }

    @Test
    void everyImageHasAVersionAndNoneIsWhateverIsLatest() {
        Map<String, String> versions = StreamSupport.stream(
                        kustomization(HERE.resolve(Path.of("version", Manifests.KUSTOMIZATION)))
                                .get("images")
                                .spliterator(),
                        false)
                .collect(Collectors.toMap(
                        image -> image.get("name").asText(),
                        image -> image.get("newTag").asText()));

        assertThat(pods().flatMap(pod -> pod.getContainers().stream())
                        .map(Container::getImage)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(versions.keySet());
        assertThat(versions.values()).hasSize(SERVICES.size()).allMatch(tag -> tag.matches("\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @FieldSource("KUSTOMIZATIONS")
    void everyFileThatAKustomizationNamesIsThere(Path file) {
        JsonNode kustomization = kustomization(file);
        Stream<String> named = Stream.of(
                        Stream.of("resources", "components")
                                .flatMap(field ->
                                        stream(kustomization.path(field)).map(JsonNode::asText)),
                        stream(kustomization.path("patches"))
                                .map(patch -> patch.path("path").asText()))
                .flatMap(names -> names);

        assertThat(named).allSatisfy(name -> {
            Path target = file.resolveSibling(name);
            assertThat(Files.isDirectory(target) ? target.resolve(Manifests.KUSTOMIZATION) : target)
                    .exists();
        });
    }

    private static Stream<PodSpec> pods() {
        return Stream.concat(
                        services().stream()
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        MANIFESTS.all(Job.class).stream()
                                .map(job -> job.getSpec().getTemplate()))
                .map(PodTemplateSpec::getSpec);
    }

    /** The whole ones: those of an overlay are patches. */
    private static List<Deployment> services() {
        return Manifests.of(HERE.resolve("base")).all(Deployment.class);
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static Map<String, String> variables(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    private static List<Path> kustomizations() {
        try (Stream<Path> files = Files.walk(HERE)) {
            return files.filter(file -> file.endsWith(Manifests.KUSTOMIZATION))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode kustomization(Path file) {
        return Manifests.documents(Manifests.text(file)).get(0);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
