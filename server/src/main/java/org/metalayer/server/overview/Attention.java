package org.metalayer.server.overview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a person.
 *
 * @param kind for programs, such as {@code stick-pending}
 * @param severity {@code high}, {@code medium} or {@code low}
 * @param link the dashboard's page about it
 * @param verb what to do, where one verb mends it
 */
public record Attention(
        String kind,
        @Schema(enumeration = {"high", "medium", "low"}) String severity,
        String title,
        String detail,
        String link,
        @Nullable String verb) {}
