package org.metalayer.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.system.Machine;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** The result for programs, with every single value. */
public final class JsonReport {
    private static final MathContext DIGITS = new MathContext(6);

    private JsonReport() {}

    public static String of(Result result) {
        return Json.pretty(
                        new JsonBuilder()
                                .put("at", result.at())
                                .put("commit", result.commit())
                                .put("passed", result.passed())
                                .put("machine", machine(result.machine()))
                                .strings("setting", result.setting(), line -> line)
                                .put("lines", result.lines(), JsonReport::line)
                                .build())
                + "\n";
    }

    private static JsonObject machine(Machine machine) {
        return new JsonBuilder()
                .put("cores", machine.cores())
                .put("processor", machine.processor())
                .put("memory_gigabytes", decimal(machine.memoryGigabytes()))
                .put("kernel", machine.kernel())
                .put("distribution", machine.distribution())
                .put("jdk", machine.jdk())
                .put("file_system", machine.fileSystem())
                .put("load", decimal(machine.load()))
                .build();
    }

    private static JsonObject line(Line line) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("topic", line.topic())
                        .put("title", line.title())
                        .put("unit", lower(line.unit()))
                        .put("figure", values(line.figure()));
        line.baseline()
                .ifPresent(other ->
                        json.put("baseline_title", other.title())
                                .put("baseline", values(other.figure()))
                                .put("ratio", values(line.judged())));
        return json.put("judged", decimal(line.judged().median()))
                .put("required", line.requirement().text(line.judgedUnit()))
                .put("verdict", lower(line.verdict()))
                .build();
    }

    private static JsonValue values(Spread spread) {
        List<JsonValue> values =
                spread.values().stream()
                        .<JsonValue>map(value -> new JsonValue.Decimal(decimal(value)))
                        .toList();
        return new JsonValue.Array(values);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).round(DIGITS);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
