package parallax.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer to a form that was carried out: go and GET another page (303), which may say once what was done. */
public final class SeeOther {

    private SeeOther() {}

    /** @param path local, such as {@code /engagements/…} */
    public static Response to(String path) {
        return Response.seeOther(URI.create(LocalPath.require(path))).build();
    }

    /**
     * Goes on and says what was done.
     *
     * @param message one sentence, at most 300 characters; shown once in the layout, kept a minute in a signed cookie
     */
    public static Response to(String path, String message) {
        return Response.seeOther(URI.create(LocalPath.require(path)))
                .entity(new Flash(message))
                .build();
    }

    record Flash(String message) {

        private static final int LONGEST = 300;

        Flash {
            if (message.length() > LONGEST) {
                message = message.substring(0, LONGEST - 1) + "…";
            }
        }
    }
}
