package fr.syaga.facturation.clockify.mail;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who is written to, and through which server; without both no mail leaves. */
@ConfigMapping(prefix = "facturation.mail")
interface MailConfig {

    Optional<String> host();

    Optional<List<String>> to();
}
