package parallax.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags made of version numbers: {@code ETag: "3"}, {@code If-Match: "3"}. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * Lets a change go on only when it was made to the present version.
     *
     * @param ifMatch the header {@code If-Match}; absent means any version
     * @throws RefusedException 412 when the thing has changed since
     */
    public static void requireMatch(@Nullable String ifMatch, int version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        String wanted = "\"" + version + "\"";
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(wanted::equals)) {
            throw new RefusedException(ProblemType.CHANGED_MEANWHILE, ProblemType.CHANGED_MEANWHILE.detail());
        }
    }
}
