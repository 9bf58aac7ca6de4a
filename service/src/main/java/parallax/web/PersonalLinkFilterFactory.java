package parallax.web;

import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.filter.FilterFactory;

/**
 * Keeps respondents out of the request log: no line for {@code /s/…} and {@code /u/…}, whose addresses are
 * credentials and whose times would tell who answered when. In {@code config.yml}:
 * {@code server.requestLog.appenders[].filterFactories: [{type: personal-links}]}.
 */
@JsonTypeName("personal-links")
public final class PersonalLinkFilterFactory implements FilterFactory<IAccessEvent> {

    @Override
    public Filter<IAccessEvent> build() {
        return new Filter<>() {
            @Override
            public FilterReply decide(IAccessEvent event) {
                return Paths.isPersonalLink(String.valueOf(event.getRequestURI()))
                        ? FilterReply.DENY
                        : FilterReply.NEUTRAL;
            }
        };
    }
}
