package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Lets no text into any JSON body that could not be stored. */
@Singleton
class StorableJson implements ObjectMapperCustomizer {

    /** A text in a body that could not be stored. */
    static final class UnstorableTextException extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        private UnstorableTextException(JsonParser parser) {
            super(parser, StorableText.COMPLAINT, String.class);
        }
    }

    private static final class Texts extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String text = super.deserialize(parser, context);
            if (!StorableText.fits(text)) {
                throw new UnstorableTextException(parser);
            }
            return text;
        }
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("storable-text").addDeserializer(String.class, new Texts()));
    }
}
