package fr.syaga.facturation.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * Lines of JSON ({@code application/x-ndjson}) of any number in flat memory. The last line is
 * {@code {"end":true,"count":N}}: a stream that breaks can end cleanly for HTTP, so a reader refuses one without it.
 */
public final class JsonLines {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final String TRAILER = "end";
    private static final String COUNT = "count";

    private JsonLines() {}

    /** The closing line of a whole stream. */
    public record Trailer(boolean end, long count) {}

    /** Writes each row on a line of its own and the trailer after the last; the stream of rows is closed by the caller. */
    public static <T> void write(OutputStream out, ObjectMapper json, Stream<T> rows, Function<T, ?> view)
            throws IOException {
        ObjectWriter writer = json.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        try (JsonGenerator generator = json.getFactory().createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
            long count = 0;
            for (Iterator<T> each = rows.iterator(); each.hasNext(); count++) {
                writer.writeValue(generator, view.apply(each.next()));
            }
            writer.writeValue(generator, new Trailer(true, count));
            generator.writeRaw('\n');
        }
    }

    /** Takes a row off its parser, which stands on the row's first field, and goes on to the end of the row. */
    public interface Row {
        void read(JsonParser row) throws IOException;
    }

    /**
     * Hands each row to {@code row} and returns how many there were.
     *
     * @throws Rejection 503 when the stream broke before its trailer or counts otherwise than its trailer; rows already handed
     *     over must then be dropped
     */
    public static <T> long read(InputStream in, ObjectMapper json, Class<T> type, Consumer<T> row) {
        // Amounts are read as they are written, never through a double.
        ObjectReader reader = json.readerFor(type).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        return read(in, json, line -> row.accept(reader.readValue(line)));
    }

    /** The same for rows that are read by hand, because there are very many. */
    public static long read(InputStream in, ObjectMapper json, Row row) {
        long count = 0;
        try (JsonParser lines = json.getFactory().createParser(in)) {
            while (lines.nextToken() == JsonToken.START_OBJECT) {
                if (TRAILER.equals(lines.nextFieldName())) {
                    if (isWhole(lines, count)) {
                        return count;
                    }
                    break;
                }
                row.read(lines);
                count++;
            }
        } catch (IOException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw broken(e.getCause());
        }
        throw broken(null);
    }

    private static boolean isWhole(JsonParser trailer, long count) throws IOException {
        return trailer.nextToken() == JsonToken.VALUE_TRUE
                && COUNT.equals(trailer.nextFieldName())
                && trailer.nextLongValue(-1) == count;
    }

    private static Rejection broken(IOException cause) {
        return Rejection.ofNeighbour("The stream of a neighbour broke off: it", cause);
    }
}
