package parallax.statistics;

/** A group whose view an alignment index compares; a stratum of its jackknife. */
public enum AlignmentGroup {
    /** Clustered in accounts. */
    CUSTOMERS,
    /** Every person a cluster. */
    SALES,
    /** Every person a cluster. */
    MARKETING
}
