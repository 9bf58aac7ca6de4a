package parallax.message;

/** A reader who does not exist, for checks and for previews where nobody is imported yet. */
final class Example {

    static final Particulars OF_ALL = new Particulars(
            "https://example.com/s/AAAAAAAAAAAAAAAAAAAAAA",
            "https://example.com/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "…",
            "…");

    private Example() {}

    static Recipient recipient(Readers readers) {
        return new Recipient(readers.example(), "Alex Example", null);
    }
}
