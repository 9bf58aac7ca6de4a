/**
 * What is asked: touchpoints, scales, and the forms of all audiences generated from one model.
 * Pure: no IO, no JSON, no web.
 */
@NullMarked
package parallax.questionnaire;

import org.jspecify.annotations.NullMarked;
