package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Takes every mail that the services send, whoever it is for, and keeps it as a file instead of delivering it. */
public final class MailCatcher implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final GreenMail server;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    private MailCatcher(String host, int port, Path folder) {
        this.folder = folder;
        this.server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
    }

    /** {@code HOST PORT FOLDER}: runs until the process is stopped. */
    public static void main(String... arguments) throws InterruptedException {
        start(arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        new CountDownLatch(1).await();
    }

    static MailCatcher start(String host, int port, Path folder) {
        OwnFiles.folder(folder);
        MailCatcher catcher = new MailCatcher(host, port, folder);
        catcher.server.start();
        Thread keeper = new Thread(catcher::keepAll, "mail-keeper");
        keeper.setDaemon(true);
        keeper.start();
        return catcher;
    }

    private void keepAll() {
        int seen = 0;
        while (!Thread.currentThread().isInterrupted()) {
            server.waitForIncomingEmail(1000, seen + 1);
            MimeMessage[] received = server.getReceivedMessages();
            for (int i = seen; i < received.length; i++) {
                keep(received[i]);
            }
            seen = received.length;
        }
    }

    private void keep(MimeMessage mail) {
        String name = "%s-%04d.eml".formatted(ZonedDateTime.now(ZoneOffset.UTC).format(TIME), count.incrementAndGet());
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            mail.writeTo(out);
        } catch (IOException | MessagingException e) {
            System.err.println("A mail could not be kept: " + e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
