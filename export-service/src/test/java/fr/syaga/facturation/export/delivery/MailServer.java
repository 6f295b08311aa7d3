package fr.syaga.facturation.export.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real mail server behind a wire that can be cut, be busy, or refuse. */
final class MailServer implements AutoCloseable {

    private final GreenMail real = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final ServerSocket wire;
    private volatile Manner manner = Manner.HONEST;

    MailServer() throws IOException {
        real.start();
        wire = new ServerSocket(0);
        daemon(this::accept);
    }

    /** How it behaves. */
    enum Manner {
        HONEST,
        /** Takes the mail and dies before it says so. */
        DIES_AFTER_TAKING,
        BUSY,
        REFUSES_THE_RECIPIENT
    }

    int port() {
        return wire.getLocalPort();
    }

    void behaves(Manner next) {
        manner = next;
    }

    void forget() {
        try {
            real.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    MimeMessage[] received() {
        return real.getReceivedMessages();
    }

    private void accept() {
        while (!wire.isClosed()) {
            try {
                Socket client = wire.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket("localhost", real.getSmtp().getPort())) {
            if (manner == Manner.BUSY) {
                client.getOutputStream().write("421 4.3.2 Revenez plus tard\r\n".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            OutputStream answers = client.getOutputStream();
            daemon(() -> pump(server, answers));
            relay(client, server, answers);
        } catch (IOException e) {
            // A side hung up: that is what the test is about.
        }
    }

    private void relay(Socket client, Socket server, OutputStream answers) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (manner == Manner.REFUSES_THE_RECIPIENT && line.startsWith("RCPT")) {
                answers.write("550 5.1.1 Destinataire inconnu\r\n".getBytes(StandardCharsets.US_ASCII));
                answers.flush();
                continue;
            }
            boolean last = line.equals(".") && manner == Manner.DIES_AFTER_TAKING;
            if (last) {
                client.shutdownOutput();
            }
            server.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            if (last) {
                real.waitForIncomingEmail(5000, 1);
                return;
            }
        }
    }

    private static void pump(Socket server, OutputStream answers) {
        try {
            server.getInputStream().transferTo(answers);
        } catch (IOException e) {
            // The other side is gone.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        wire.close();
        real.stop();
    }
}
