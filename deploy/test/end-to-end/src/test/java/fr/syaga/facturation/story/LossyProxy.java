package fr.syaga.facturation.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a service on which an answer can be lost: the request is passed on and served, its answer comes back as far as here,
 * and the caller finds the connection closed. Only batches of drafts count: other requests make nothing.
 */
final class LossyProxy implements AutoCloseable {

    private static final String BATCH = "POST /api/v1/invoices/batch";

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Answers still to pass before one is lost; negative: none is lost. */
    private final AtomicInteger untilLoss = new AtomicInteger(-1);

    /** Requests still to pass before something happens at the next one; negative: nothing does. */
    private final AtomicInteger untilRequest = new AtomicInteger(-1);

    private volatile Runnable atRequest;

    LossyProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The answer after so many others is lost, once. */
    void losesTheAnswerAfter(int answers) {
        untilLoss.set(answers);
    }

    void losesNothing() {
        untilLoss.set(-1);
    }

    /** Something happens while the request after so many others is served, once. */
    void afterRequests(int requests, Runnable happens) {
        atRequest = happens;
        untilRequest.set(requests);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // The proxy was closed.
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        try {
            Exchange exchange = new Exchange(caller, new Socket(InetAddress.getLoopbackAddress(), target));
            threads.execute(exchange::passRequests);
            threads.execute(exchange::passAnswers);
        } catch (IOException e) {
            // The service is down: its caller finds the connection closed.
            caller.close();
        }
    }

    /** One connection, on which each request is answered before the next one. */
    private final class Exchange {

        private final Socket caller;
        private final Socket service;
        private volatile boolean awaitsAnswer;

        Exchange(Socket caller, Socket service) {
            this.caller = caller;
            this.service = service;
        }

        void passRequests() {
            pass(caller, service, bytes -> {
                if (!awaitsAnswer && isBatch(bytes)) {
                    awaitsAnswer = true;
                    if (untilRequest.getAndUpdate(left -> Math.max(-1, left - 1)) == 0) {
                        threads.execute(atRequest);
                    }
                }
                return true;
            });
        }

        void passAnswers() {
            pass(service, caller, bytes -> {
                boolean begins = awaitsAnswer;
                awaitsAnswer = false;
                return !begins || untilLoss.getAndUpdate(left -> Math.max(-1, left - 1)) != 0;
            });
        }

        private static boolean isBatch(byte[] bytes) {
            return new String(bytes, 0, BATCH.length(), StandardCharsets.US_ASCII).equals(BATCH);
        }

        private void pass(Socket from, Socket to, Gate gate) {
            byte[] buffer = new byte[16_384];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(buffer); length >= 0 && gate.opens(buffer); length = in.read(buffer)) {
                    out.write(buffer, 0, length);
                    out.flush();
                }
            } catch (IOException e) {
                // One side closed: so does the other, by leaving the block.
            }
        }
    }

    /** Whether bytes that came may go on. */
    private interface Gate {
        boolean opens(byte[] bytes);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
