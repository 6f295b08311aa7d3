import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Calls an address of loopback again and again, as many callers as are asked for, each on a connection of its own that it keeps.
 * Each line of the file takes the place of {} in the address once, unless seconds are given: then they come round again until the
 * time is over. Prints calls, calls a second, the median and the 99th percentile in microseconds, and how many answers were not 2xx.
 * Usage: TOKEN=… java HttpDriver.java GET|POST ADDRESS FILE CALLERS [SECONDS]
 */
class HttpDriver {

    private static final int LONGEST_MINUTES = 10;

    private final String method;
    private final URI address;
    private final List<String> places;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final long deadline;
    private final boolean comesRound;

    private HttpDriver(String method, String address, List<String> places, int seconds) {
        this.method = method;
        this.address = URI.create(address.replace("{}", "0"));
        this.path = address.substring(address.indexOf('/', "http://".length()));
        this.places = places;
        this.comesRound = seconds > 0;
        this.deadline = System.nanoTime() + (comesRound ? seconds : LONGEST_MINUTES * 60L) * 1_000_000_000L;
    }

    private final String path;

    public static void main(String[] arguments) throws Exception {
        int callers = Integer.parseInt(arguments[3]);
        int seconds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
        HttpDriver driver = new HttpDriver(arguments[0], arguments[1], Files.readAllLines(Path.of(arguments[2])), seconds);
        long[][] times = new long[callers][];
        Thread[] threads = new Thread[callers];
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            threads[i] = new Thread(() -> times[caller] = driver.call());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long took = System.nanoTime() - begun;
        long[] sorted = Arrays.stream(times).flatMapToLong(LongStream::of).sorted().toArray();
        System.out.printf("%d %.0f %d %d %d%n", sorted.length, sorted.length * 1e9 / took, at(sorted, .5), at(sorted, .99), driver.refused.get());
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1000;
    }

    private long[] call() {
        LongStream.Builder times = LongStream.builder();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(120_000);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            while (System.nanoTime() < deadline) {
                int place = next.getAndIncrement();
                if (!comesRound && place >= places.size()) {
                    break;
                }
                String line = places.get(place % places.size());
                byte[] request = ("%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n")
                        .formatted(method, path.replace("{}", line), address.getHost(), System.getenv("TOKEN"))
                        .getBytes(StandardCharsets.US_ASCII);
                long begun = System.nanoTime();
                out.write(request);
                if (answer(in) / 100 != 2) {
                    refused.incrementAndGet();
                }
                times.add(System.nanoTime() - begun);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return times.build().toArray();
    }

    /** Reads one answer to its end and tells its status. */
    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        boolean isChunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                isChunked = true;
            }
        }
        if (isChunked) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("The connection ended in the middle of an answer");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
