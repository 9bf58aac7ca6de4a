package parallax.mail;

/** Takes a mail out of the house, or shows it. */
interface MailTransport {

    Outcome send(WrittenMail mail);

    /** False: nothing leaves, the workspace shows the mails instead. */
    boolean leavesTheHouse();
}
