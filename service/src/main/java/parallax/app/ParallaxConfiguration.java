package parallax.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;

/** What {@code config.yml} holds. An empty text means "not set". */
public final class ParallaxConfiguration extends Configuration {

    @JsonProperty
    @NotNull
    String baseUrl = "";

    @JsonProperty
    @NotEmpty
    String dataDir = "data";

    @JsonProperty
    @NotEmpty
    String keysDir = "data-keys";

    @JsonProperty
    boolean sample = true;

    @JsonProperty
    @Min(0)
    int sealedAfterDays = 30;

    @JsonProperty
    @Valid
    @NotNull
    DatabaseAccess database = new DatabaseAccess("", "", "", "", "");

    @JsonProperty
    @Valid
    @NotNull
    Owner owner = new Owner("owner@parallax.example", "", "");

    @JsonProperty
    @Valid
    @NotNull
    Consultancy consultancy = new Consultancy("Alder & Finch", "study@parallax.example");

    @JsonProperty
    @Valid
    @NotNull
    Mail mail = new Mail("", "Maria Alder <study@parallax.example>");

    Path dataPath() {
        return Path.of(dataDir).toAbsolutePath();
    }

    Path keysPath() {
        return Path.of(keysDir).toAbsolutePath();
    }

    /** Where links lead: the setting, or this machine at the given port. */
    URI baseUri(int port) {
        String text = baseUrl.isBlank() ? "http://localhost:" + port : baseUrl.strip();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** An outside database and the passwords of its four logins. */
    record DatabaseAccess(
            @NotNull String url,
            @NotNull String ownerPassword,
            @NotNull String fieldPassword,
            @NotNull String countPassword,
            @NotNull String reportPassword) {}

    /** The first person, made in an empty database; and another password for an owner who lost theirs. */
    record Owner(
            @NotEmpty String email,
            @NotNull String password,
            @NotNull String passwordReset) {}

    /** Who runs this: shown to respondents, and whom they may ask. */
    record Consultancy(@NotEmpty String name, @NotEmpty String contact) {}

    /** Where mails go, and from whom they come. */
    record Mail(@NotNull String smtpUrl, @NotEmpty String from) {}
}
