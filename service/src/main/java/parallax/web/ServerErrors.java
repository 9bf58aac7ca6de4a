package parallax.web;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors that the server meets before any endpoint: a request line it cannot read, headers too large. */
final class ServerErrors extends ErrorHandler {

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
        return super.handle(request, response, callback);
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
                .printf(
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1$s</title><h1>%1$s</h1><p><a href=\"/\">Go to the start page</a>",
                        titleOf(code))
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
        return ProblemType.ofStatus(code)
                .orElse(code < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL)
                .title();
    }
}
