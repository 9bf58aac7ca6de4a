package parallax.interview;

import jakarta.ws.rs.core.NewCookie;
import java.util.UUID;
import parallax.study.WaveId;

/** Holds the token of an interview under way, in the interviewer's browser and for the pages of that call alone. */
final class InterviewCookie {

    static final String NAME = "interview";

    private static final int WEEK = 7 * 24 * 60 * 60;

    private final boolean secure;

    InterviewCookie(InterviewSettings settings) {
        this.secure = "https".equals(settings.baseUrl().getScheme());
    }

    NewCookie issue(WaveId wave, UUID invitation, String token) {
        return cookie(wave, invitation, token, WEEK);
    }

    NewCookie expired(WaveId wave, UUID invitation) {
        return cookie(wave, invitation, "", 0);
    }

    private NewCookie cookie(WaveId wave, UUID invitation, String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/waves/%s/calls/%s".formatted(wave, invitation))
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }
}
