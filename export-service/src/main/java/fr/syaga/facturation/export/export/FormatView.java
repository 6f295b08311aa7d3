package fr.syaga.facturation.export.export;

import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.oxygenexml.OxygeneSchema;

/** A format as callers see it; {@code schema} is the address of its schema, null when it has none. */
public record FormatView(Format name, String description, String mediaType, String fileName, String schema) {

    static FormatView of(Format format) {
        return new FormatView(
                format,
                format.description(),
                format.mediaType(),
                format.fileName(),
                format == Format.OXYGENE_XML ? "/api/v1/formats/" + OxygeneSchema.FILE : null);
    }
}
