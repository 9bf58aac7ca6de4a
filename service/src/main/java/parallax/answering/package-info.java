/**
 * The respondents' pages: forms, drafts, submit.
 * It sees an admission, never a person.
 */
@NullMarked
package parallax.answering;

import org.jspecify.annotations.NullMarked;
