package fr.syaga.facturation.clockify.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A Clockify of our own, on 127.0.0.1 unless told otherwise, loaded from a {@code workspace.json}: the core API under
 * {@code /api/v1}, the reports under {@code /report/v1}. It keeps a log of all requests, can be made to fail, and its data can
 * be changed between two reads.
 */
public final class FakeClockify implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 4;

    private final HttpServer server;
    private final Workspace workspace;
    private final String apiKey;
    private final CoreApi core;
    private final ReportsApi reports;
    private final Quota quota = new Quota();
    private final Health health = new Health();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private FakeClockify(String host, int port, Path workspaceFile, String apiKey) {
        this.workspace = Workspace.read(workspaceFile);
        this.apiKey = apiKey;
        this.core = new CoreApi(workspace);
        this.reports = new ReportsApi(workspace, quota);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be taken", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "fake-clockify");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** Starts on {@code port}, or on a free one when it is 0, as a paid workspace without a quota. */
    public static FakeClockify start(int port, Path workspaceFile, String apiKey) {
        return start(LOOPBACK, port, workspaceFile, apiKey);
    }

    private static FakeClockify start(String host, int port, Path workspaceFile, String apiKey) {
        FakeClockify clockify = new FakeClockify(host, port, workspaceFile, apiKey);
        clockify.server.start();
        return clockify;
    }

    /** {@code --port N --workspace FILE --api-key KEY [--host NAME] [--hourly-quota N]}: runs until the process is stopped. */
    public static void main(String... arguments) throws InterruptedException {
        Options options = new Options(List.of(arguments));
        FakeClockify clockify = start(
                options.optional("--host").orElse(LOOPBACK),
                Integer.parseInt(options.required("--port")),
                Path.of(options.required("--workspace")),
                options.required("--api-key"));
        options.optional("--hourly-quota").map(Integer::valueOf).ifPresent(clockify::hourlyQuota);
        Runtime.getRuntime().addShutdownHook(new Thread(clockify::close));
        System.out.printf(
                "fake Clockify: %s %s workspace %s%n",
                clockify.apiUrl(), clockify.reportsUrl(), clockify.workspaceId());
        Thread.currentThread().join();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI apiUrl() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/api/v1");
    }

    public URI reportsUrl() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/report/v1");
    }

    public String workspaceId() {
        return workspace.id();
    }

    /** Makes it a free workspace with that many requests in a rolling hour and reports of at most 31 days. */
    public void hourlyQuota(int requestsPerHour) {
        quota.set(requestsPerHour);
    }

    public void withoutQuota() {
        quota.set(Integer.MAX_VALUE);
    }

    /** Which of the three forms of 429 a spent quota is answered with. */
    public void tooManyAs(Fault form) {
        health.tooManyAs(form);
    }

    public void slowness(Duration delay) {
        health.slowness(delay);
    }

    /** The next answers go wrong in this order, one a request. */
    public void failNext(Fault... next) {
        health.failNext(List.of(next));
    }

    /** Every request that arrived since the last {@link #forgetRequests()}. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        requests.clear();
    }

    /** Back to a paid workspace in good health; data stays as it is. */
    public void recover() {
        health.recover();
        withoutQuota();
        requests.clear();
    }

    public void addEntry(ObjectNode entry) {
        workspace.add("timeEntries", entry);
    }

    public void editEntry(String id, Consumer<ObjectNode> change) {
        workspace.edit("timeEntries", id, change);
    }

    /** Moves an entry; {@code end} null leaves its timer running. */
    public void moveEntry(String id, Instant start, Instant end) {
        workspace.setInterval(id, start, end);
    }

    public void deleteEntry(String id) {
        workspace.delete(id, Instant.now());
    }

    public void renameProject(String id, String name) {
        workspace.edit("projects", id, project -> project.put("name", name));
    }

    /** The entry as a webhook carries it: hydrated and flat, without an event name inside. */
    public ObjectNode webhookBody(String entryId) {
        ObjectNode body = core.hydrated(workspace.find("timeEntries", entryId).orElseThrow());
        return body.put("currentlyRunning", Workspace.isRunning(body));
    }

    /** All entries in the shape of the core API, the newest first. */
    public List<ObjectNode> entries() {
        return workspace.entriesNewestFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Fault fault = health.nextFault();
        if (fault == Fault.SLOW && !health.pause()) {
            exchange.close();
            return;
        }
        if (fault == Fault.CONNECTION_RESET) {
            note(exchange, 0);
            exchange.close();
            return;
        }
        Answer answer = fault == null || fault == Fault.SLOW || fault == Fault.TRUNCATED_JSON
                ? answer(exchange)
                : Wire.failure(fault);
        note(exchange, answer.status());
        Wire.send(exchange, answer, fault);
    }

    private void note(HttpExchange exchange, int status) {
        URI uri = exchange.getRequestURI();
        requests.add(new Request(Instant.now(), exchange.getRequestMethod(), uri.getPath(), uri.getRawQuery(), status));
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            Wire.authenticate(exchange, apiKey);
            if (!quota.take(Instant.now())) {
                return Wire.failure(health.tooMany());
            }
            return route(exchange);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer route(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        List<String> path = Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.size() > 2 && path.subList(0, 2).equals(List.of("api", "v1"))) {
            return core.answer(
                    method,
                    path.subList(2, path.size()),
                    new Query(exchange.getRequestURI().getRawQuery()),
                    Wire.body(exchange));
        }
        if (path.size() > 2 && path.subList(0, 2).equals(List.of("report", "v1"))) {
            return reports.answer(method, path.subList(2, path.size()), Wire.body(exchange));
        }
        throw CoreApi.unknownRoute(path);
    }
}
