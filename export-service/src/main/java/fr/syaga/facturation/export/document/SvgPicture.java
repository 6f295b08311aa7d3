package fr.syaga.facturation.export.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Draws an SVG as a PNG. It runs no script and reads nothing from outside, whoever let such a file in. */
final class SvgPicture {

    /** Entities can name files of this machine and grow without end. */
    private static final Pattern REFUSED =
            Pattern.compile("<!\\s*(ENTITY|DOCTYPE)|<\\s*script", Pattern.CASE_INSENSITIVE);

    private SvgPicture() {}

    static byte[] png(byte[] svg) throws LogoPixels.Undrawable {
        if (REFUSED.matcher(new String(svg, StandardCharsets.UTF_8)).find()) {
            throw new LogoPixels.Undrawable("it holds a document type, an entity or a script", null);
        }
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) LogoPixels.MOST_PIXELS);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_MAX_HEIGHT, (float) LogoPixels.MOST_PIXELS);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new ByteArrayInputStream(svg)), new TranscoderOutput(png));
        } catch (TranscoderException | RuntimeException e) {
            throw new LogoPixels.Undrawable("it is no SVG that can be drawn without reading anything else", e);
        }
        return png.toByteArray();
    }
}
