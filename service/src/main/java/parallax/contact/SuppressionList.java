package parallax.contact;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;

/** Addresses that asked one client not to be mailed. */
final class SuppressionList {

    private final KeyFiles keys;
    private final Set<ByteBuffer> hashes = new HashSet<>();

    SuppressionList(KeyFiles keys, List<byte[]> hashes) {
        this.keys = keys;
        hashes.forEach(hash -> this.hashes.add(ByteBuffer.wrap(hash)));
    }

    /** Whether one of a person's two addresses is among them. */
    boolean holds(ContactData person) {
        return holds(person.emailKey()) || holds(ContactData.phoneKey(person.phone() == null ? "" : person.phone()));
    }

    private boolean holds(@Nullable String key) {
        return key != null && !hashes.isEmpty() && hashes.contains(ByteBuffer.wrap(keys.addressHash(key)));
    }
}
