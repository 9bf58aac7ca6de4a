package parallax.workbook;

/** How a cell looks; {@link Styles} makes one cell style of each. */
enum Look {
    TITLE,
    DRAFT,
    NOTE,
    LINK,
    HEADER,
    /** Over numbers. */
    HEADER_NUMBER,
    HEADER_AFTER_NUMBER,
    /** Fixed or calculated words. */
    TEXT,
    TEXT_AFTER_NUMBER,
    BOLD,
    /** Words that somebody typed: never read as a formula, not even when edited. */
    TYPED,
    COUNT,
    POINTS,
    GAP,
    CLEAR_GAP,
    OPEN_GAP,
    VERDICT,
    CLEAR_VERDICT,
    OPEN_VERDICT,
    SHARE,
    SETTING,
    RULE,
    KEY,
    WITHHELD,
    NOT_ASKED,
    /** A number as text, such as "≥ 4.5". */
    BOUND
}
