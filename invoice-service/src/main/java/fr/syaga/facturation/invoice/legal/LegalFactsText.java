package fr.syaga.facturation.invoice.legal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Keeps the frozen facts as JSON text: what was issued is read back as it was, whatever the tables say by then. */
@Converter
public class LegalFactsText implements AttributeConverter<LegalFacts, String> {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Override
    public String convertToDatabaseColumn(LegalFacts facts) {
        try {
            return facts == null ? null : JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public LegalFacts convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, LegalFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The legal facts of a document cannot be read", e);
        }
    }
}
