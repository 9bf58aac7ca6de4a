package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.logging.common.filter.FilterFactory;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must never be found in a log. */
class LogsTest {

    @Test
    void anIncidentIsLoggedWithoutWhatWasTyped() {
        SQLException cause = new SQLException("Key (email_key)=(jane@client.example) already exists", "23505");
        String logged = Causes.withoutMessages(new IllegalStateException("jane@client.example", cause));

        assertThat(logged)
                .contains("java.lang.IllegalStateException", "caused by java.sql.SQLException SQLSTATE 23505")
                .contains("at parallax.web.LogsTest.anIncidentIsLoggedWithoutWhatWasTyped")
                .doesNotContain("jane");
    }

    @ParameterizedTest
    @CsvSource({
        "/s/abcdefghijklmnopqrstuv, DENY",
        "/u/abcdefghijklmnopqrstuv, DENY",
        "/s/abc/page/2, DENY",
        "/s, DENY",
        "/sign-in, NEUTRAL",
        "/api/studies, NEUTRAL",
        "/, NEUTRAL"
    })
    void theRequestLogHoldsNoPersonalLink(String path, FilterReply reply) throws JsonProcessingException {
        FilterFactory<?> factory =
                Jackson.newObjectMapper().readValue("{\"type\":\"personal-links\"}", FilterFactory.class);

        assertThat(decide(factory, path)).isEqualTo(reply);
    }

    @SuppressWarnings("unchecked")
    private static FilterReply decide(FilterFactory<?> factory, String path) {
        IAccessEvent event = (IAccessEvent) Proxy.newProxyInstance(
                LogsTest.class.getClassLoader(),
                new Class<?>[] {IAccessEvent.class},
                (proxy, method, arguments) -> method.getName().equals("getRequestURI") ? path : null);
        return ((Filter<IAccessEvent>) factory.build()).decide(event);
    }
}
