package parallax.web;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Freemarker as this project uses it: {@code .ftlh} escapes HTML, records are readable ({@code person.name} or
 * {@code person.name()}), numbers print as a computer writes them, templates can neither make nor look into Java objects.
 */
public final class Templates {

    private final Configuration configuration;

    public Templates() {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, "/"));
        configuration.setObjectWrapper(new TemplateObjects());
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ENGLISH);
        configuration.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        // The trace of a template prints the values it was given; what went wrong is logged without them.
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /**
     * Fills a template; all or nothing.
     *
     * @param template absolute, such as {@code /templates/study/engagements.ftlh}
     * @throws IllegalStateException when the template asks for what the model does not hold
     */
    public String render(String template, Object model) {
        StringWriter text = new StringWriter();
        try {
            configuration.getTemplate(template).process(model, text);
        } catch (TemplateException failure) {
            throw new IllegalStateException("template " + template + " failed", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }
}
