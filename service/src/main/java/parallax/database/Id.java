package parallax.database;

import java.util.UUID;

/**
 * A typed id: a record with one component {@code value}. Binds to and reads from a {@code uuid} column
 * wherever a statement or row record names the type.
 */
public interface Id {

    UUID value();
}
