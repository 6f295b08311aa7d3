package fr.syaga.facturation.export.paper;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.jboss.logging.Logger;

import fr.syaga.facturation.export.invoicing.Logo;

/** The logo ready to be set: as a picture inside the page, at its size there. A logo that cannot be drawn is left out, and no invoice fails. */
final class Letterhead {

    private static final Logger LOG = Logger.getLogger(Letterhead.class);
    private static final double MOST_WIDE = 65;
    private static final double MOST_HIGH = 22;

    private Logo last;
    private Optional<Picture> drawn = Optional.empty();

    /**
     * A picture on paper.
     *
     * @param address its bytes as an address of their own
     * @param width in millimetres
     * @param height in millimetres
     */
    public record Picture(String address, String width, String height) {}

    /** The logo of the page; empty for null. The last one is remembered, as a thousand pages bear the same. */
    synchronized Optional<Picture> picture(Logo logo) {
        if (logo == null) {
            return Optional.empty();
        }
        if (last == null || !Arrays.equals(last.bytes(), logo.bytes())) {
            last = logo;
            drawn = draw(logo);
        }
        return drawn;
    }

    private static Optional<Picture> draw(Logo logo) {
        try {
            LogoPixels pixels = LogoPixels.of(logo);
            double scale = Math.min(MOST_WIDE / pixels.width(), MOST_HIGH / pixels.height());
            return Optional.of(new Picture(
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(pixels.png()),
                    millimetres(pixels.width() * scale),
                    millimetres(pixels.height() * scale)));
        } catch (LogoPixels.Undrawable e) {
            LOG.warnf("The issuer's logo cannot be drawn and is left out: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static String millimetres(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
}
