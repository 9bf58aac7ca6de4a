/**
 * Engagements, their touchpoints and questionnaire versions, and waves.
 * It may not know people or answers.
 */
@NullMarked
package parallax.study;

import org.jspecify.annotations.NullMarked;
