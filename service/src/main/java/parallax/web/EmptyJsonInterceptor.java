package parallax.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** Refuses a JSON body that is empty or {@code null}, so that no endpoint has to reckon with it. */
final class EmptyJsonInterceptor implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        PushbackInputStream body = new PushbackInputStream(context.getInputStream(), 1);
        int first = body.read();
        if (first < 0) {
            throw new RefusedException(ProblemType.MALFORMED, "The body is empty. Send JSON.");
        }
        body.unread(first);
        context.setInputStream(body);
        Object read = context.proceed();
        if (read == null) {
            throw new RefusedException(ProblemType.INVALID, "The body is null. Send what the documentation names.");
        }
        return read;
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
