/**
 * How the platform's problems, limits and live events look over HTTP; and what the generated
 * description of the REST interface says of the whole.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Meta Layer Main System",
                        version = "1",
                        description =
                                "Operators use a session or a bearer token, sticks the token of"
                                        + " their session. Errors are RFC 9457 problem documents.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = {
            @SecurityRequirement(name = "operator-token"),
            @SecurityRequirement(name = "operator-session"),
            @SecurityRequirement(name = "stick-session")
        },
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "operator-token",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "mlo_…",
                                    description =
                                            "An operator's token, made at /api/v1/api-tokens"),
                            @SecurityScheme(
                                    securitySchemeName = "operator-session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = "metalayer_session",
                                    description = "The cookie of a login at /api/v1/session"),
                            @SecurityScheme(
                                    securitySchemeName = "stick-session",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "mls_…",
                                    description =
                                            "A stick's token, opened at /api/v1/stick/sessions")
                        }))
@NullMarked
package org.metalayer.server.platform.rest;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.NullMarked;
