package org.metalayer.server.catalog.rest;

import java.util.List;

/** All releases of a component, newest first; each names its parents. */
public record LineageView(List<ReleaseView> releases) {}
