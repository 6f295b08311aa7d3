package fr.syaga.facturation.story;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The product as a user runs it: started by its launcher, with a state folder and ports of its own. */
final class RunningProduct {

    private static final Path ROOT = Path.of("..", "..", "..").toAbsolutePath().normalize();
    private static final Path JAR = ROOT.resolve(Path.of("deploy", "local", "target", "local.jar"));
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int FIRST_PORT_BASE = 21_000;
    private static final int LAST_PORT_BASE = 29_000;

    /** A second recurrence-service listens here, beside the ports of the launcher. */
    static final int REPLICA = 8;

    private static final int INVOICE = 1;
    private static final int DATABASE = 5;
    private static final int PORTS = 9;

    private final Path state;
    private final Map<String, String> settings;
    private final int portBase;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token;

    RunningProduct(Path state) {
        this(state, Map.of());
    }

    /** With further settings in its environment. */
    RunningProduct(Path state, Map<String, String> settings) {
        this.state = state.toAbsolutePath();
        this.settings = settings;
        this.portBase = freePorts();
    }

    /** What a command printed and how it ended. */
    record Ended(int exit, String output) {}

    /** An answer of a service, its body as JSON. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException(response.body(), e);
            }
        }

        BigDecimal amount(String field) {
            return json().get(field).decimalValue();
        }
    }

    /** Runs a command of the launcher to its end. */
    Ended command(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfacturation.root=" + ROOT,
                "-jar",
                JAR.toString()));
        line.addAll(List.of(words));
        File output = File.createTempFile("command", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of("FACTURATION_HOME", state.toString(), "FACTURATION_PORT_BASE", "" + portBase));
        int exit = builder.start().waitFor();
        return new Ended(exit, Files.readString(output.toPath()));
    }

    Answer get(int service, String path) {
        return send(service, path, HttpRequest.newBuilder().GET());
    }

    Answer post(int service, String path, String body) {
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    Answer put(int service, String path, String body) {
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(int service, String path) {
        return send(service, path, HttpRequest.newBuilder().DELETE());
    }

    /** Uploads a file as a form does, with further fields as name, value, name, value. */
    Answer upload(int service, String path, Path file, String... fields) throws IOException {
        String boundary = "the-boundary-of-the-parts";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            part(body, boundary, "name=\"%s\"".formatted(fields[i]));
            body.writeBytes(fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(body, boundary, "name=\"file\"; filename=\"%s\"".formatted(file.getFileName()));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition) {
        body.writeBytes("\r\n--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(boundary, disposition)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A file as it is; empty while there is none to have. */
    Optional<byte[]> file(int service, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request(service, path, HttpRequest.newBuilder().GET()), BodyHandlers.ofByteArray());
        return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    }

    private HttpRequest request(int service, String path, HttpRequest.Builder request) {
        return request.uri(URI.create("http://127.0.0.1:%d%s".formatted(portBase + service, path)))
                .header("Authorization", "Bearer " + token())
                .timeout(Duration.ofSeconds(120))
                .build();
    }

    private Answer send(int service, String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request(service, path, request), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            return new Answer(0, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isReady(int service) {
        return get(service, "/q/health/ready").status() == 200;
    }

    /** Ends a service at once, as a crash would; the supervisor starts it again. */
    void kill(String service) throws IOException {
        long pid = Long.parseLong(
                Files.readString(state.resolve("run").resolve(service + ".pid")).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    int invoicePort() {
        return portBase + INVOICE;
    }

    /** Starts a second recurrence-service on the same database, which reaches invoice-service by another way. */
    Process startReplica(String invoiceUrl) throws IOException {
        Path keys = state.resolve("keys");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        ROOT.resolve(Path.of("recurrence-service", "target", "quarkus-app", "quarkus-run.jar"))
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("logs").resolve("replica.log").toFile());
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of(
                        "DB_URL", databaseUrl(),
                        "DB_USER", "recurrence",
                        "DB_PASSWORD", recurrencePassword(),
                        "FACTURATION_JWKS", keys.resolve("jwks.json").toUri().toString(),
                        "FACTURATION_SIGNING_KEY",
                                keys.resolve("signing-key.pem").toUri().toString(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(portBase + REPLICA),
                        "INVOICE_URL", invoiceUrl));
        return builder.start();
    }

    /** A figure of recurrence-service's own schema, which no call tells. */
    long countInRecurrence(String query) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl(), "recurrence", recurrencePassword());
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/facturation".formatted(portBase + DATABASE);
    }

    private String recurrencePassword() throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(state.resolve("keys").resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return secrets.getProperty("db.recurrence");
    }

    Path out(String file) {
        return state.resolve("out").resolve(file);
    }

    private synchronized String token() {
        if (token == null) {
            try {
                token = command("token", "admin")
                        .output()
                        .lines()
                        .reduce((first, last) -> last)
                        .orElseThrow();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return token;
    }

    private static int freePorts() {
        return IntStream.iterate(FIRST_PORT_BASE, base -> base < LAST_PORT_BASE, base -> base + 100)
                .filter(base -> IntStream.range(0, PORTS).allMatch(offset -> isFree(base + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
