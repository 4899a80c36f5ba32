package org.metalayer.server.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The largest request body an endpoint takes, in bytes; 64 KiB where it is not given. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {

    /** Bytes; at most 40 MiB, beyond which the HTTP server itself refuses. */
    int value();
}
