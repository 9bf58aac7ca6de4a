package parallax.access;

import java.util.UUID;

/** A token, the only time it is shown. */
record NewToken(UUID id, String name, String token) {

    @Override
    public String toString() {
        return "NewToken[" + id + "]";
    }
}
