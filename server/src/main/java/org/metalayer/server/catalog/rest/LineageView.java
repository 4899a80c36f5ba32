package org.metalayer.server.catalog.rest;

import java.util.List;
import org.metalayer.server.catalog.ReleaseView;

/** All releases of a component, newest first; each names its parents. */
public record LineageView(List<ReleaseView> releases) {}
