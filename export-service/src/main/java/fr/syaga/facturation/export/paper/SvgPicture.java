package fr.syaga.facturation.export.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.batik.bridge.EmbededExternalResourceSecurity;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.apache.batik.util.ParsedURL;

/** Draws an SVG as a PNG. It runs no script and reads nothing from outside, whoever let such a file in. */
final class SvgPicture {

    /** Entities can name files of this machine and grow without end; NUL stands in alphabets that hide them from this look. */
    private static final Pattern REFUSED =
            Pattern.compile("<!\\s*ENTITY|<\\s*script|\\u0000", Pattern.CASE_INSENSITIVE);
    /** Drawing programs write one that only names the format. */
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE[^\\[>]*>", Pattern.CASE_INSENSITIVE);

    private SvgPicture() {}

    static byte[] png(byte[] svg) throws LogoPixels.Undrawable {
        // Byte by byte, whatever the alphabet: only what is written in ASCII is looked for.
        String text = DOCUMENT_TYPE
                .matcher(new String(svg, StandardCharsets.ISO_8859_1))
                .replaceFirst("");
        if (REFUSED.matcher(text).find()) {
            throw new LogoPixels.Undrawable("it holds an entity or a script", null);
        }
        PNGTranscoder transcoder = new Closed();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) LogoPixels.MOST_PIXELS);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_MAX_HEIGHT, (float) LogoPixels.MOST_PIXELS);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(
                    new TranscoderInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))),
                    new TranscoderOutput(png));
        } catch (TranscoderException | RuntimeException | LinkageError | InternalError e) {
            // The errors are those of a machine without any font.
            throw new LogoPixels.Undrawable("it is no SVG that can be drawn without reading anything else", e);
        }
        return png.toByteArray();
    }

    /** Only pictures that stand in the file itself are read. */
    private static final class Closed extends PNGTranscoder {

        @Override
        protected UserAgent createUserAgent() {
            return new SVGAbstractTranscoderUserAgent() {
                @Override
                public ExternalResourceSecurity getExternalResourceSecurity(ParsedURL resource, ParsedURL document) {
                    return new EmbededExternalResourceSecurity(resource);
                }

                @Override
                public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
                    return new NoLoadScriptSecurity(type);
                }
            };
        }
    }
}
