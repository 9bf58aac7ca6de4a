package parallax.fieldwork;

import java.util.UUID;
import parallax.web.Caller;
import parallax.web.Role;

/** In whose name the audit keeps what nobody did by hand. */
final class ByClock {

    static final Caller CALLER = new Caller(new UUID(0, 0), "clock", "Parallax", Role.OWNER);

    private ByClock() {}
}
