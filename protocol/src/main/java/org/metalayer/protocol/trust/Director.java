package org.metalayer.protocol.trust;

import org.metalayer.protocol.tuf.model.RoleName;

/** The delegated role that says what should run now. It cannot introduce a release. */
public final class Director {

    public static final RoleName ROLE = RoleName.delegated("director");

    /** What its delegation covers. */
    public static final String PATH_PATTERN = "director/*";

    /** The target path of the deployment manifest. */
    public static final String MANIFEST = "director/deployment-manifest.json";

    private Director() {}
}
