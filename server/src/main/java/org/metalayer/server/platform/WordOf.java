package org.metalayer.server.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that is one of an enumeration's constants, as {@link EnumTexts} writes them; for the API's
 * description.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WordOf {
    Class<? extends Enum<?>> value();
}
