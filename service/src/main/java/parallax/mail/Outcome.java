package parallax.mail;

/**
 * What became of one try.
 *
 * @param reply the server's words, one line; kept with the mail, never logged: they may repeat the address
 */
record Outcome(Kind kind, String reply) {

    private static final int LONGEST_REPLY = 300;

    Outcome {
        reply = Mailbox.oneLine(reply, LONGEST_REPLY);
    }

    enum Kind {
        ACCEPTED,
        /** 4xx: later, perhaps. */
        DEFERRED,
        /** 5xx, but not because of the address. */
        REFUSED,
        ADDRESS_REFUSED,
        /** Nothing was handed over: our own mail server did not answer or did not let us in. */
        UNREACHABLE,
        /** The line was lost after the mail began to leave. */
        UNKNOWN
    }
}
