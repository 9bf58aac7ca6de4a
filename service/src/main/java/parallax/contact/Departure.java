package parallax.contact;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a feature has to do before a person is deleted. */
public interface Departure {

    /**
     * Called within the transaction that deletes the person, before anything of theirs is gone.
     *
     * @param asked whether they asked for it themselves
     */
    void leaves(Handle handle, UUID contact, boolean asked);
}
