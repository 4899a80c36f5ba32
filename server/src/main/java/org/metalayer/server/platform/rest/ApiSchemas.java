package org.metalayer.server.platform.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.metalayer.server.platform.rest.ApiField.Presence;

/**
 * Lets the API's description say what the records say: a field is always there unless it is left
 * out when null, it is null only where it is {@code @Nullable}, and a {@code @WordOf} an
 * enumeration is one of its words.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiSchemas implements OASFilter {

    private final ApiRecords records;

    public ApiSchemas(IndexView index) {
        this.records = new ApiRecords(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description
                .getComponents()
                .getSchemas()
                .forEach((name, schema) ->
                        records.find(name, schema).ifPresent(it -> refine(schema, it)));
    }

    private void refine(Schema schema, ClassInfo type) {
        // What a caller must send is told by the constraints of its record.
        boolean sent = schema.getRequired() != null;
        Map<String, ApiField> fields = records.fields(type);
        Map<String, Schema> properties = schema.getProperties();
        fields.forEach((name, field) -> {
            Schema words =
                    withWords(
                            Optional.ofNullable(properties.get(name)).orElseThrow(), field.words());
            schema.addProperty(name, field.presence() == Presence.NULLABLE ? orNull(words) : words);
            if (!sent && field.presence() != Presence.LEFT_OUT_WHEN_NULL) {
                schema.addRequired(name);
            }
        });
    }

    private static Schema withWords(Schema schema, List<String> words) {
        if (words.isEmpty()) {
            return schema;
        }
        Schema word = schema.getItems() == null ? schema : schema.getItems();
        word.setEnumeration(List.copyOf(words));
        return schema;
    }

    private static Schema orNull(Schema schema) {
        // Whatever else is said of it, such as its words, would also be said of null.
        if (schema.getRef() != null || schema.getEnumeration() != null) {
            Schema none = OASFactory.createSchema().addType(SchemaType.NULL);
            return OASFactory.createSchema().addAnyOf(schema).addAnyOf(none);
        }
        return schema.addType(SchemaType.NULL);
    }
}
