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
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
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

    /**
     * Hands each row to {@code row} and returns how many there were.
     *
     * @throws Rejection 503 when the stream broke before its trailer or counts otherwise than its trailer; rows already handed
     *     over must then be dropped
     */
    public static <T> long read(InputStream in, ObjectMapper json, Class<T> type, Consumer<T> row) {
        // Amounts are read as they are written, never through a double.
        ObjectReader reader = json.readerFor(type).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        long count = 0;
        try (MappingIterator<JsonNode> lines = json.readerFor(JsonNode.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValues(in)) {
            while (lines.hasNextValue()) {
                JsonNode line = lines.nextValue();
                if (line.path("end").asBoolean(false)) {
                    if (line.path("count").asLong(-1) != count) {
                        break;
                    }
                    return count;
                }
                row.accept(reader.readValue(line));
                count++;
            }
        } catch (IOException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw broken(e.getCause());
        }
        throw broken(null);
    }

    private static Rejection broken(IOException cause) {
        return Rejection.ofNeighbour("The stream of a neighbour broke off: it", cause);
    }
}
