package org.metalayer.server.evaluation.stage;

/**
 * What made a finding. The same bytes, tool and rules give the same finding.
 *
 * @param name {@code metalayer}, or a program of others
 * @param version of the program; of the Main System it is the rules that count
 * @param rules version of what it goes by: rules, signatures
 */
public record Tool(String name, String version, String rules) {

    /** The Main System itself. */
    static Tool ownRules(int version) {
        return new Tool("metalayer", "1", Integer.toString(version));
    }
}
