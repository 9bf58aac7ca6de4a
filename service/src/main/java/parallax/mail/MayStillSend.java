package parallax.mail;

import org.jdbi.v3.core.Handle;

/** Asked for each mail in the transaction that marks it as leaving, so that a stop or an answer counts until then. */
public interface MayStillSend {

    /** Whether the mail may leave now. Locks the wave {@code FOR SHARE}, so that no mail leaves after a close. */
    boolean maySend(Handle handle, OutboxMail mail);
}
