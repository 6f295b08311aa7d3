package fr.syaga.facturation.clockify.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is written to, and through which server; without both no mail leaves. */
@ConfigMapping(prefix = "facturation.mail")
interface MailConfig {

    /** The mail server; without it no mail leaves. */
    Optional<String> host();

    /** Who is told, such as {@code a@example.fr,b@example.fr}; without anybody no mail leaves. */
    Optional<List<String>> to();

    /** How long a mail server may take over one mail. */
    @WithDefault("PT1M")
    Duration patience();
}
