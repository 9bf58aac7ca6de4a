package parallax.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a page only once it is whole, so that a template that fails becomes a 500 and not half a page. */
@Provider
final class PageWriter implements MessageBodyWriter<Page> {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final Templates templates;

    PageWriter(Templates templates) {
        this.templates = templates;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        KeptPage kept = page.sameForAll();
        if (kept == null) {
            stream.write(render(page));
            return;
        }
        KeptPage.Bytes bytes = kept.get(() -> render(page));
        if (page.getContext().takesGzip()) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            stream.write(bytes.gzip());
        } else {
            stream.write(bytes.html());
        }
    }

    private byte[] render(Page page) {
        return templates.render(page.getTemplateName(), page).getBytes(StandardCharsets.UTF_8);
    }
}
