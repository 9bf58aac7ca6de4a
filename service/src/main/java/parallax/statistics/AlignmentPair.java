package parallax.statistics;

/** Two of the three groups whose views an alignment index compares. */
public enum AlignmentPair {
    /** Sales less customers. */
    SALES_CUSTOMERS(AlignmentGroup.SALES, AlignmentGroup.CUSTOMERS),
    /** Marketing less customers. */
    MARKETING_CUSTOMERS(AlignmentGroup.MARKETING, AlignmentGroup.CUSTOMERS),
    /** Sales less marketing. */
    SALES_MARKETING(AlignmentGroup.SALES, AlignmentGroup.MARKETING);

    private final AlignmentGroup a;
    private final AlignmentGroup b;

    AlignmentPair(AlignmentGroup a, AlignmentGroup b) {
        this.a = a;
        this.b = b;
    }

    /** The group counted positive in a gap. */
    public AlignmentGroup a() {
        return a;
    }

    /** The group counted negative in a gap. */
    public AlignmentGroup b() {
        return b;
    }
}
