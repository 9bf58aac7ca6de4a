package parallax.web;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors that the server meets before any endpoint: a request line it cannot read, headers too large. */
final class ServerErrors extends ErrorHandler {

    private static final String PAGE =
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1$s</title><h1>%1$s</h1><p>%2$s<p><a href=\"/\">Go to the start page</a>";

    /**
     * What the server puts in place of an address that cannot be decoded; it keeps nothing of it. Scripts are promised a
     * problem, and nobody meets such an address by following a link.
     */
    private static final String UNREADABLE = "/badMessage";

    ServerErrors() {
        setShowStacks(false);
        setShowCauses(false);
        setShowOrigin(false);
        setShowMessageInTitle(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        addTo(headers);
        // An address that the server refuses has not reached any servlet; the inherited handler then says nothing.
        if (Request.as(request, ServletContextRequest.class) == null) {
            answer(request, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static void answer(Request request, Response response, Callback callback) {
        if (request.getAttribute(ERROR_EXCEPTION) instanceof HttpException failure) {
            response.setStatus(failure.getCode());
        }
        ProblemType type = typeOf(response.getStatus());
        String path = request.getHttpURI().getPath();
        boolean api = path == null || path.equals(UNREADABLE) || Paths.isApi(path);
        // The server closes it; whoever would send another request on it must know.
        response.getHeaders().put("Connection", "close");
        response.getHeaders().put("Content-Type", api ? "application/problem+json" : "text/html;charset=utf-8");
        String body = api
                ? "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(type.slug(), type.title(), response.getStatus(), type.detail())
                : PAGE.formatted(type.title(), type.detail());
        Content.Sink.write(response, true, body, callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable headers) {
        addTo(headers);
        headers.put("Content-Type", "text/plain; charset=utf-8");
        return ByteBuffer.wrap(textOf(status).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void writeErrorHtml(
            Request request,
            Writer writer,
            Charset charset,
            int code,
            @Nullable String message,
            @Nullable Throwable cause) {
        new PrintWriter(writer)
                .printf(PAGE, titleOf(code), typeOf(code).detail())
                .flush();
    }

    @Override
    protected void writeErrorPlain(
            Request request, PrintWriter writer, int code, @Nullable String message, @Nullable Throwable cause) {
        writer.print(textOf(code));
    }

    @Override
    protected void writeErrorJson(
            Request request, PrintWriter writer, int code, @Nullable String message, @Nullable Throwable cause) {
        writer.printf("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}", titleOf(code), code);
    }

    private static void addTo(HttpFields.Mutable headers) {
        SecurityHeadersFilter.fixed().forEach(headers::put);
        if (!headers.contains("Content-Security-Policy")) {
            headers.put("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        }
    }

    private static String textOf(int code) {
        return code + " " + titleOf(code) + "\n";
    }

    private static String titleOf(int code) {
        return typeOf(code).title();
    }

    private static ProblemType typeOf(int code) {
        return ProblemType.ofStatus(code).orElse(code < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL);
    }
}
