package org.metalayer.server.catalog.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Metadata that people signed, to be published together: all of it or nothing. */
public record TrustSubmission(@NotEmpty @Size(max = 20) List<@Valid TrustDocumentView> documents) {}
