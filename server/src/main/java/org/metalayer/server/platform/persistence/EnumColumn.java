package org.metalayer.server.platform.persistence;

import jakarta.persistence.AttributeConverter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.EnumTexts;

/** Keeps an enumeration as it stands in JSON: in lower case. */
public abstract class EnumColumn<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected EnumColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : EnumTexts.text(value);
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
