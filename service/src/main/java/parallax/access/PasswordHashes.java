package parallax.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.LaterException;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * Argon2id with 19 MiB, two passes, one lane. As each costs memory and a tenth of a second of a core, few run at
 * once and the rest wait their turn.
 */
final class PasswordHashes {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1024;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2Function function =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random;
    private final String decoy;

    PasswordHashes(SecureRandom random) {
        this.random = random;
        this.decoy = hash(new Secrets(random).next());
    }

    /** @throws RefusedException when the password is too short or too long */
    String hash(String password) {
        requireGood(password);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> Password.hash(password).addSalt(salt).with(function).getResult());
    }

    /**
     * Whether the password is the one hashed.
     *
     * @param hash null for a person that does not exist: the same work is done, so that time tells nothing
     */
    boolean matches(String password, @Nullable String hash) {
        String against = hash == null ? decoy : hash;
        boolean same = password.length() <= LONGEST
                && inTurn(() -> Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)));
        return same && hash != null;
    }

    private static void requireGood(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            String message = "The password must have %d to %d characters.".formatted(SHORTEST, LONGEST);
            throw new RefusedException(
                    ProblemType.INVALID, message, List.of(InputError.field("password", null, message)));
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new LaterException(
                        ProblemType.UNAVAILABLE, "Many people are signing in. Try again in a few seconds.", PATIENCE);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stop);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
