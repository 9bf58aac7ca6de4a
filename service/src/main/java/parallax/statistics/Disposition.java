package parallax.statistics;

/** What became of an invited person, by the AAPOR code. */
public enum Disposition {
    /** I: complete. */
    COMPLETE,
    /** P: partial. */
    PARTIAL,
    /** R: refused, opted out or broke off. */
    REFUSED,
    /** Those of {@link #REFUSED} who broke off; no outcome of their own. */
    BROKE_OFF,
    /** NC: invited, no reaction. */
    NO_REACTION,
    /** O: other. */
    OTHER,
    /** UH: bounced, or unknown whether the person exists. */
    UNKNOWN_PERSON,
    /** UO: unknown, other; with {@link #UNKNOWN_PERSON} this is U. */
    UNKNOWN_OTHER,
    /** NE: not eligible, such as one who left; outside every denominator. */
    NOT_ELIGIBLE
}
