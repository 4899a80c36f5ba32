package org.metalayer.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Pages;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.ModuleId;

/** Finds a stick by the name that people know it by. */
final class StickPaths {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private StickPaths() {}

    /**
     * The stick's path in the REST interface.
     *
     * @param stick its id or its module id
     */
    static String of(MainSystem mainSystem, String stick) {
        return "/sticks/" + (UUID.matcher(stick).matches() ? stick : find(mainSystem, stick));
    }

    private static String find(MainSystem mainSystem, String stick) {
        String moduleId = new ModuleId(stick).value();
        List<String> found = new ArrayList<>();
        Pages.forEach(
                mainSystem,
                () -> new Query("/sticks").with("q", moduleId),
                item -> {
                    if (item.string("module_id").equals(moduleId)) {
                        found.add(item.string("id"));
                    }
                });
        if (found.isEmpty()) {
            throw new CliException(
                    "there is no stick %s; ./metalayer sticks list shows all".formatted(moduleId));
        }
        return found.getFirst();
    }
}
