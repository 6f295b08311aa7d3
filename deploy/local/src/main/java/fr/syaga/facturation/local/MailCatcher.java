package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Takes every mail that the services send, whoever it is for, and keeps it as a file instead of delivering it. */
final class MailCatcher implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final GreenMail server;
    private final Home home;
    private final AtomicInteger count = new AtomicInteger();

    private MailCatcher(Home home) {
        this.home = home;
        this.server = new GreenMail(new ServerSetup(home.port(Home.MAIL), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    static MailCatcher start(Home home) {
        OwnFiles.folder(home.mail());
        MailCatcher catcher = new MailCatcher(home);
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
        try (var out = Files.newOutputStream(home.mail().resolve(name))) {
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
