package org.metalayer.agent.pages;

import java.util.Optional;
import org.metalayer.protocol.ComponentName;

/**
 * One component in one edition. Its label stands directly below {@code localhost}, which makes it a
 * site of its own: browsers give no two sites a process, a cookie or a storage in common.
 */
record Site(ComponentName component, Edition edition) {

    /**
     * Cannot be the beginning of a component's name, which is a letter or a digit. No underscore: a
     * content security policy takes none in a host's name (CSP 3 §2.3.1, host-char).
     */
    private static final String PREVIEW = "-preview-";

    String label() {
        return edition == Edition.PREVIEW ? PREVIEW + component : component.value();
    }

    static Optional<Site> ofLabel(String label) {
        boolean preview = label.startsWith(PREVIEW);
        String name = preview ? label.substring(PREVIEW.length()) : label;
        Edition edition = preview ? Edition.PREVIEW : Edition.RELEASE;
        return ComponentName.isOne(name)
                ? Optional.of(new Site(new ComponentName(name), edition))
                : Optional.empty();
    }
}
