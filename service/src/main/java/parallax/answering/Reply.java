package parallax.answering;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.web.Page;
import parallax.web.PageContext;

/**
 * What a respondent's request leads to: a page, or the address of one.
 *
 * @param miss whether the link leads nowhere
 */
record Reply(
        int status, @Nullable String location, @Nullable Function<PageContext, Page> page, boolean miss) {

    static Reply show(int status, Function<PageContext, Page> page) {
        return new Reply(status, null, page, false);
    }

    /** For a script: the status says it all. */
    static Reply empty(int status) {
        return new Reply(status, null, null, false);
    }

    /** @param rest query and fragment, such as {@code ?page=2}; may be empty */
    static Reply seeOther(LinkToken token, String rest) {
        return new Reply(Response.Status.SEE_OTHER.getStatusCode(), "/s/" + token.value() + rest, null, false);
    }

    /** Of a link that leads nowhere. */
    Reply asMiss() {
        return new Reply(status, location, page, true);
    }

    Response respond(PageContext context) {
        Response.ResponseBuilder response = Response.status(status);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (page != null) {
            response.type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).entity(page.apply(context));
        }
        return response.build();
    }
}
