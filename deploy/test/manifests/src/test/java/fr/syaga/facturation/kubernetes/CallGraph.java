package fr.syaga.facturation.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;

/** Who calls whom on which port: as the services' settings say it, and as the network policies allow it. */
final class CallGraph {

    static final List<String> SERVICES = List.of("invoice", "recurrence", "clockify", "export");

    private static final String NAME = "app.kubernetes.io/name";
    private static final Pattern NEIGHBOUR = Pattern.compile("\\$\\{([A-Z]+)_URL:http://localhost:(\\d+)}");

    private CallGraph() {}

    /** {@code caller -> called:port} of every REST client. */
    static Set<String> ofSettings() {
        Set<String> calls = new TreeSet<>();
        for (String service : SERVICES) {
            Properties settings = settings(service);
            for (String name : settings.stringPropertyNames()) {
                Matcher neighbour = NEIGHBOUR.matcher(settings.getProperty(name));
                if (name.matches("quarkus\\.rest-client\\.[^.]+\\.url") && neighbour.matches()) {
                    calls.add(call(service, neighbour.group(1).toLowerCase(Locale.ROOT), neighbour.group(2)));
                }
            }
        }
        return calls;
    }

    static Properties settings(String service) {
        Path file =
                Path.of("..", "..", "..", service + "-service", "src", "main", "resources", "application.properties");
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            settings.load(in);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What callers may send. */
    static Set<String> ofEgress(List<NetworkPolicy> policies) {
        Set<String> calls = new TreeSet<>();
        for (NetworkPolicy policy : policies) {
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> collect(
                            calls, rule.getTo(), rule.getPorts(), (peer, port) -> call(own(policy), peer, port)));
        }
        return calls;
    }

    /** What the called take in. */
    static Set<String> ofIngress(List<NetworkPolicy> policies) {
        Set<String> calls = new TreeSet<>();
        for (NetworkPolicy policy : policies) {
            policy.getSpec()
                    .getIngress()
                    .forEach(rule -> collect(
                            calls, rule.getFrom(), rule.getPorts(), (peer, port) -> call(peer, own(policy), port)));
        }
        return calls;
    }

    private interface Call {
        String between(String peer, String port);
    }

    /** Peers of this namespace only: others are neither callers nor called. */
    private static void collect(
            Set<String> calls, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports, Call call) {
        for (NetworkPolicyPeer peer : peers) {
            if (peer.getPodSelector() != null && peer.getNamespaceSelector() == null) {
                for (NetworkPolicyPort port : ports) {
                    calls.add(call.between(
                            name(peer.getPodSelector()),
                            port.getPort().getValue().toString()));
                }
            }
        }
    }

    private static String own(NetworkPolicy policy) {
        return name(policy.getSpec().getPodSelector());
    }

    /** A selector that names no single service would let in more than one: it matches no call and is found. */
    private static String name(LabelSelector selector) {
        return selector.getMatchLabels().getOrDefault(NAME, "anybody");
    }

    private static String call(String caller, String called, String port) {
        return caller + " -> " + called + ":" + port;
    }
}
