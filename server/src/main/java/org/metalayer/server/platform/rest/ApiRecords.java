package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.WordOf;

/** The records behind the schemas of the API's description. */
final class ApiRecords {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName WORD_OF = DotName.createSimple(WordOf.class);

    private final IndexView index;

    ApiRecords(IndexView index) {
        this.index = index;
    }

    /**
     * The record of a schema: the one of its name, or whose name it begins with when generic, with
     * just its fields.
     */
    Optional<ClassInfo> find(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> named(type, name))
                .filter(type -> fields(type).keySet().equals(schema.getProperties().keySet()))
                .findFirst();
    }

    /** Its components by their names in JSON. */
    Map<String, ApiField> fields(ClassInfo type) {
        Map<String, ApiField> fields = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            FieldInfo field = type.field(component.name());
            fields.put(nameOf(field), new ApiField(presence(field), words(field.type())));
        }
        return fields;
    }

    private static ApiField.Presence presence(FieldInfo field) {
        if (!field.type().hasAnnotation(NULLABLE)) {
            return ApiField.Presence.ALWAYS;
        }
        return field.hasDeclaredAnnotation(JsonInclude.class)
                ? ApiField.Presence.LEFT_OUT_WHEN_NULL
                : ApiField.Presence.NULLABLE;
    }

    private static boolean named(ClassInfo type, String name) {
        boolean generic = !type.typeParameters().isEmpty();
        return generic ? name.startsWith(type.simpleName()) : name.equals(type.simpleName());
    }

    private static String nameOf(FieldInfo field) {
        AnnotationInstance given = field.declaredAnnotation(JsonProperty.class);
        return given == null ? SNAKE_CASE.translate(field.name()) : given.value().asString();
    }

    private List<String> words(Type type) {
        Type word =
                type.kind() == Type.Kind.PARAMETERIZED_TYPE
                        ? type.asParameterizedType().arguments().getFirst()
                        : type;
        AnnotationInstance of = word.annotation(WORD_OF);
        return of == null
                ? List.of()
                : index.getClassByName(of.value().asClass().name()).enumConstants().stream()
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList();
    }
}
