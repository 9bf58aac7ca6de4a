package parallax.web;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Sets up everything that pages and endpoints share. {@code config.yml} must hold
 * {@code server.registerDefaultExceptionMappers: false} and the {@code personal-links} filter of
 * {@link PersonalLinkFilterFactory}.
 */
public final class WebFeature {

    private final URI baseUrl;
    private final Signatures signatures;
    private final Signer signer;
    private final SecureRandom random;
    private final Templates templates = new Templates();

    /**
     * @param baseUrl as browsers see this service; https switches on secure cookies and HSTS
     * @param signer keyed hash under the installation key
     */
    public WebFeature(URI baseUrl, Signer signer, SecureRandom random, InstantSource clock) {
        this.baseUrl = baseUrl;
        this.random = random;
        this.signer = signer;
        this.signatures = new Signatures(signer, random, clock);
    }

    /** What a caller is told of an exception, as it would be answered: a JSON-able problem, for work done out of a request. */
    public Object problemOf(Throwable thrown) {
        return new ExceptionMappers(new Incidents(random)).problemOf(thrown);
    }

    /** Freemarker as the pages use it, for texts that are no pages. */
    public Templates templates() {
        return templates;
    }

    /**
     * Registers filters, error mappers, pages and the JSON habits.
     *
     * @param callers who stands behind a cookie or a token
     * @param idempotency where answers to repeatable requests are kept
     */
    public void register(Environment environment, CallerSource callers, IdempotencyStore idempotency) {
        Json.configure(environment.getObjectMapper());
        registerServer(environment);
        JerseyEnvironment jersey = environment.jersey();
        SessionCookies cookies = new SessionCookies(baseUrl);
        // Redirects stay relative: the Host header of a request has no say in where people are sent.
        jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        jersey.register(MultiPartFeature.class);
        jersey.register(new PageWriter(templates));
        jersey.register(new EmptyJsonInterceptor());
        jersey.register(new HangUps());
        jersey.register(new RequestStartFilter(signatures, cookies));
        jersey.register(new BodyLimitFilter());
        jersey.register(new PermitFeature(callers, cookies));
        jersey.register(new ForgeryFilter(signatures, cookies, baseUrl));
        jersey.register(new QueryParameters());
        jersey.register(new IdempotencyFilter(idempotency, environment.getObjectMapper(), signer, random).feature());
        jersey.register(new ProblemFilter());
        jersey.register(new FlashFilter(signatures, cookies));
        new ExceptionMappers(new Incidents(random)).all().forEach(jersey::register);
        jersey.register(new AssetsResource());
        jersey.register(new ProblemsPages());
    }

    private void registerServer(Environment environment) {
        environment
                .servlets()
                .addFilter("security-headers", new SecurityHeadersFilter("https".equals(baseUrl.getScheme())))
                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        environment
                .servlets()
                .addFilter("known-hosts", new HostFilter(baseUrl))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        environment.getApplicationContext().setErrorHandler(new ServerErrors());
        environment.getAdminContext().setErrorHandler(new ServerErrors());
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(new ServerErrors()));
    }
}
