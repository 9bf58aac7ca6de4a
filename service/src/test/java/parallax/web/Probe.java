package parallax.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** Endpoints that do what a test asks of them. */
@Path("/")
public final class Probe {

    final AtomicInteger changes = new AtomicInteger();

    public record Rating(int value) {
        public Rating {
            if (value < 1 || value > 5) {
                throw new IllegalArgumentException("rating must be between 1 and 5, was " + value);
            }
        }
    }

    public enum Team {
        SALES,
        MARKETING
    }

    public record Item(@Size(min = 1, max = 10) String itemName, Rating rating) {}

    public record Study(
            @NotNull @Nullable String name,
            @Nullable Integer closesIn,
            @Nullable Team team,
            @Nullable @Valid List<Item> items) {}

    public record ProbeId(UUID value) {
        @JsonCreator
        public static ProbeId fromString(String text) {
            return new ProbeId(UUID.fromString(text));
        }
    }

    @POST
    @Path("api/studies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Permit(Permit.Who.STAFF)
    public Response create(@Valid Study study) {
        int number = changes.incrementAndGet();
        return Response.created(URI.create("/api/studies/" + number))
                .entity(Map.of("number", number, "study_name", String.valueOf(study.name())))
                .build();
    }

    @PUT
    @Path("api/studies/{id}")
    @Permit(Permit.Who.STAFF)
    public Response change(
            @PathParam("id") ProbeId id, @HeaderParam("If-Match") @Nullable String ifMatch, Map<String, Object> body) {
        Versions.requireMatch(ifMatch, 3);
        return Response.ok().tag(Versions.tag(4)).build();
    }

    @GET
    @Path("api/studies")
    @Produces(MediaType.APPLICATION_JSON)
    @Permit(Permit.Who.STAFF)
    public Slice<String> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        List<String> all = List.of("a", "b", "c");
        int from = Slice.after(after).map(key -> all.indexOf(key) + 1).orElse(0);
        int size = Slice.limit(limit);
        return Slice.of(all.subList(from, Math.min(all.size(), from + size + 1)), size, item -> item);
    }

    @GET
    @Path("api/who")
    @Produces(MediaType.APPLICATION_JSON)
    @Permit(Permit.Who.SIGNED_IN)
    public Map<String, String> who(@Context SecurityContext security) {
        return Map.of("email", Caller.of(security).email());
    }

    @GET
    @Path("api/owner")
    @Permit(Permit.Who.OWNER)
    public String owner() {
        return "owner";
    }

    @GET
    @Path("api/forgotten")
    public String forgotten() {
        return "secret";
    }

    @GET
    @Path("api/fails")
    @Permit(Permit.Who.ANYONE)
    public String fails(@QueryParam("how") String how) throws Exception {
        throw switch (how) {
            case "refused" ->
                new RefusedException(
                        ProblemType.CONFLICT,
                        "The wave is closed. Answers can no longer be imported.",
                        List.of(InputError.cell(17, "experience", "9", "It must be between 1 and 5.")));
            case "later" -> new LaterException(ProblemType.TOO_MANY_REQUESTS, "Wait.", Duration.ofMillis(1500));
            case "pool" -> new IllegalStateException(new PoolExhaustedException("none left of 10"));
            case "gone" -> new jakarta.ws.rs.ServiceUnavailableException(30L);
            default -> new IllegalStateException("secret of the house");
        };
    }

    @POST
    @Path("api/upload")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Permit(Permit.Who.STAFF)
    public Map<String, Integer> upload(InputStream body) throws IOException {
        return Map.of("bytes", Math.toIntExact(body.transferTo(java.io.OutputStream.nullOutputStream())));
    }

    @GET
    @Path("specimen")
    @Produces(MediaType.TEXT_HTML)
    @Permit(Permit.Who.STAFF)
    public Page specimen(@QueryParam("typed") @Nullable String typed, @Context ContainerRequestContext request) {
        return new Specimen(PageContext.of(request), typed == null ? "Northwind" : typed, List.of());
    }

    @POST
    @Path("specimen")
    @Produces(MediaType.TEXT_HTML)
    @Permit(Permit.Who.STAFF)
    public Response save(@FormParam("name") @Nullable String name, @Context ContainerRequestContext request) {
        if (name == null || name.isBlank()) {
            List<InputError> errors = List.of(
                    InputError.field("name", name, "Enter a name."),
                    InputError.field("/owner", null, "Choose who owns it."));
            return Response.status(422)
                    .entity(new Specimen(PageContext.of(request), "", errors))
                    .build();
        }
        changes.incrementAndGet();
        return SeeOther.to("/specimen", "Saved " + name + ".");
    }

    @POST
    @Path("specimen/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Permit.Who.STAFF)
    public Response saveFile(@FormDataParam("file") InputStream file) throws IOException {
        changes.incrementAndGet();
        return SeeOther.to("/specimen", "Read " + file.readAllBytes().length + " bytes.");
    }

    @GET
    @Path("broken")
    @Produces(MediaType.TEXT_HTML)
    @Permit(Permit.Who.ANYONE)
    public Page broken(@Context ContainerRequestContext request) {
        return new Broken(PageContext.of(request));
    }

    @GET
    @Path("s/{token}")
    @Permit(Permit.Who.ANYONE)
    public String answer(@Context SecurityContext security) {
        return "principal " + security.getUserPrincipal();
    }

    @POST
    @Path("s/{token}")
    @Permit(Permit.Who.ANYONE)
    public String submit() {
        changes.incrementAndGet();
        return "thank you";
    }

    @POST
    @Path("u/{token}")
    @Permit(Permit.Who.ANYONE)
    public String stop() {
        changes.incrementAndGet();
        return "stopped";
    }

    /** Every component, for tests and for looking at. */
    public static final class Specimen extends Page {

        private final String typed;
        private final List<InputError> errors;

        Specimen(PageContext context, String typed, List<InputError> errors) {
            super("/templates/web-test/specimen.ftlh", context);
            this.typed = typed;
            this.errors = errors;
        }

        public String getTyped() {
            return typed;
        }

        public List<InputError> getErrors() {
            return errors;
        }

        public Caller getCaller() {
            return TestServer.OWNER;
        }
    }

    private static final class Broken extends Page {

        Broken(PageContext context) {
            super("/templates/web-test/broken.ftlh", context);
        }
    }
}
