package parallax.mail;

/** Takes mails out of the house, or shows them. */
interface MailTransport {

    /** A way out for mails one after the other; for one thread. */
    Line open();

    /** False: nothing leaves, the workspace shows the mails instead. */
    boolean leavesTheHouse();

    /** A way out that is open. */
    interface Line extends AutoCloseable {

        Outcome send(WrittenMail mail);

        @Override
        void close();
    }
}
