package parallax.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;

/** The description of the API, read off the registered resources: what runs is what is described. */
final class OpenApi {

    private static final String BEARER = "token";

    private OpenApi() {}

    /** Describes every path under {@code /api/} of these classes. */
    static OpenAPI describe(Set<Class<?>> resources, ObjectMapper json, String version) {
        ModelConverters.getInstance(true).addConverter(new ModelResolver(json).openapi31(true));
        OpenAPI start = new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(
                        new Info()
                                .title("Parallax")
                                .version(version)
                                .description(
                                        "Errors are application/problem+json (RFC 9457). Sign in with a token of POST /api/tokens."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
        OpenAPI whole = new Reader(new SwaggerConfiguration().openAPI(start).openAPI31(true)).read(resources);
        Paths api = new Paths();
        whole.getPaths().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                api.addPathItem(path, item);
            }
        });
        OpenApiResponses.complete(whole.paths(api));
        return whole;
    }

    static String write(OpenAPI document) {
        return Json31.pretty(document);
    }
}
