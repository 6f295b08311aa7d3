package fr.syaga.facturation.export.delivery;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import fr.syaga.facturation.export.AnyText;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.document.Printers;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever text stands in a document, its mail can be written and read. */
class AnyLetterTest {

    private static final int LETTERS = 6;
    private static final int ENVELOPES = 150;

    private static final LetterWriter WRITER = new LetterWriter(
            new SmallRyeConfigBuilder()
                    .withMapping(DeliveryConfig.class)
                    .withSources(new PropertiesConfigSource(
                            Map.of(
                                    "facturation.delivery.poll", "PT1S",
                                    "facturation.delivery.patience", "PT1S",
                                    "facturation.delivery.lease", "PT1S"),
                            "test",
                            100))
                    .build()
                    .getConfigMapping(DeliveryConfig.class),
            Printers.paper(),
            Printers.facturX(),
            null);

    @Property(tries = LETTERS, shrinking = ShrinkingMode.OFF)
    void anyTextIsWrittenInALetter(@ForAll("texts") String text) throws Exception {
        Letter letter = WRITER.write(AnyText.in(Papers.paper(1, "FRENCH", "20", 1, false), text), null);

        MimeMessage mail = mailed(letter.envelope(), letter.document());

        assertThat(mail.getSubject()).startsWith("Facture F202609001 – ").doesNotContain("\n");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
        assertThat(letter.document()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Property(tries = ENVELOPES)
    void anEnvelopeThatWasStoredDirtyIsMailedClean(@ForAll("texts") String text) throws Exception {
        Envelope stored = new Envelope(
                "facturation@rhone.example", "compta@client.example", null, "<1@rhone.example>", text, text);

        MimeMessage mail = mailed(stored, new byte[] {1});

        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<1@rhone.example>");
        assertThat(mail.getSubject() == null ? "" : mail.getSubject().strip()).isEqualTo(stored.subject());
        assertThat(((MimeMultipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString()
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(stored.body().strip());
    }

    private static MimeMessage mailed(Envelope envelope, byte[] document) throws Exception {
        MailMessage message = new MailMessage()
                .setFrom(envelope.sender())
                .setTo(envelope.customers())
                .setSubject(MailSubject.inHeader(envelope.subject()))
                .setText(envelope.body())
                .addHeader("Message-ID", envelope.messageId())
                .setAttachment(MailAttachment.create()
                        .setName("F.pdf")
                        .setContentType("application/pdf")
                        .setData(Buffer.buffer(document)));
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                        new MailEncoder(message, "rhone.example").encode().getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.texts();
    }
}
