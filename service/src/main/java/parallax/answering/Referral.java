package parallax.answering;

/** Whom somebody names as the right person; a consultant decides what comes of it. */
public record Referral(String name, String email) {}
