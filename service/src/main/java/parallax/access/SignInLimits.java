package parallax.access;

import java.time.Duration;
import java.time.InstantSource;
import parallax.web.TryLimit;

/**
 * How often a password may be wrong: 10 times in 15 minutes for an account, 60 times for an address. Living
 * sessions are not touched. Each node counts for itself.
 */
final class SignInLimits {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 60;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final String REFUSAL = "Too many wrong passwords. Wait a few minutes and try again.";

    private final TryLimit accounts;
    private final TryLimit addresses;

    SignInLimits(InstantSource clock) {
        accounts = new TryLimit(PER_ACCOUNT, PERIOD, clock);
        addresses = new TryLimit(PER_ADDRESS, PERIOD, clock);
    }

    /**
     * Takes one try; it is given back when the password was right.
     *
     * @throws parallax.web.LaterException when none is left
     */
    void take(String account, String address) {
        addresses.take(address, REFUSAL);
        accounts.take(account, REFUSAL);
    }

    void giveBack(String account, String address) {
        addresses.giveBack(address);
        accounts.giveBack(account);
    }
}
