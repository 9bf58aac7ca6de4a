package parallax.web;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many links that lead nowhere an address may try: 60 in 15 minutes. Only misses count, so that whoever shares the
 * address and has a link of their own is served all the same.
 */
public final class LinkMisses {

    static final int PER_ADDRESS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(LinkMisses.class);
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private final TryLimit limit;

    public LinkMisses(InstantSource clock) {
        this.limit = new TryLimit(PER_ADDRESS, PERIOD, clock);
    }

    /**
     * Counts a miss.
     *
     * @param address where the request comes from
     * @throws LaterException when there were too many
     */
    public void count(String address) {
        long left = limit.take(
                address, "Too many links that lead nowhere came from your network. Wait a few minutes and try again.");
        if (left == 0) {
            LOG.warn("{} links that lead nowhere came from one address: somebody may be guessing", PER_ADDRESS);
        }
    }
}
