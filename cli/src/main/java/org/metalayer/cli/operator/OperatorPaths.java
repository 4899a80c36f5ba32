package org.metalayer.cli.operator;

import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Query;

/** Finds an operator by the name that they log in with. */
final class OperatorPaths {
    static final String ALL = "/operators";

    private OperatorPaths() {}

    /** The operator's path in the REST interface. */
    static String of(MainSystem mainSystem, String username) {
        return mainSystem.get(new Query(ALL)).json().objects("items", item -> item).stream()
                .filter(item -> item.string("username").equals(username))
                .map(item -> ALL + "/" + item.string("id"))
                .findFirst()
                .orElseThrow(() -> unknown(username));
    }

    private static CliException unknown(String username) {
        return new CliException(
                "there is no operator %s; ./metalayer operator list shows all".formatted(username));
    }
}
