package fr.syaga.facturation.export.delivery;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How documents go to customers; each setting stands with its reason in application.properties. */
@ConfigMapping(prefix = "facturation.delivery")
interface DeliveryConfig {

    /** The mail server, empty while nobody set one up. */
    Optional<String> smtp();

    /** Who sends; absent: the issuer's own address. */
    Optional<String> from();

    /** In a dry run the one address that gets every mail. */
    Optional<String> redirectTo();

    @WithDefault("MANUAL")
    Approval approval();

    /** How often the worker looks for what is due, and for what a dead instance left. */
    Duration poll();

    /** How long the server may take; after that nobody knows whether it took the mail. */
    Duration patience();

    /** After that long a mail that is still being sent was left behind by an instance that died. */
    Duration lease();

    /** Whether a person's yes is needed for each mail. */
    enum Approval {
        MANUAL,
        AUTOMATIC
    }
}
