package parallax.answering;

/** The secret of a personal link, freed of what a mail program hung on its end. */
public record LinkToken(String value) {

    /** "…abc." and "…abc>" are the same link: one draft, one lock. */
    public static LinkToken of(String raw) {
        int end = raw.length();
        while (end > 0 && !isPartOfToken(raw.charAt(end - 1))) {
            end--;
        }
        return new LinkToken(raw.substring(0, end));
    }

    private static boolean isPartOfToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** Never the token: what is printed is kept somewhere. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
