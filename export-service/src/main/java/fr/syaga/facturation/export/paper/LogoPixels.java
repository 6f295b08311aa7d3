package fr.syaga.facturation.export.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import fr.syaga.facturation.export.invoicing.Logo;

/**
 * A logo as pixels on white paper, whatever it came as: no transparency, no script, no font and no address of the outside reaches the
 * page, so that each page stays a valid PDF/A.
 */
public record LogoPixels(byte[] png, int width, int height) {

    /** Some 500 dots an inch at the size on paper. */
    public static final int MOST_PIXELS = 1300;

    /** It is no picture that can be drawn. */
    public static final class Undrawable extends Exception {

        private static final long serialVersionUID = 1L;

        Undrawable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static LogoPixels of(Logo logo) throws Undrawable {
        byte[] png = logo.isPng() ? logo.bytes() : SvgPicture.png(logo.bytes());
        try {
            BufferedImage flat = flat(read(png));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(flat, "png", out);
            return new LogoPixels(out.toByteArray(), flat.getWidth(), flat.getHeight());
        } catch (IOException | RuntimeException e) {
            throw new Undrawable("it is no readable PNG", e);
        }
    }

    /** Reads only every so many pixels of a huge picture, which would not fit in memory. */
    private static BufferedImage read(byte[] png) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, longest / MOST_PIXELS);
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage flat(BufferedImage image) {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = flat.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        paper.drawImage(image, 0, 0, null);
        paper.dispose();
        return flat;
    }
}
