/**
 * The pages on which a consultant writes a questionnaire: items, conditions, translations. It reads and changes the model
 * through {@code study}; it knows no wave's answers and no person that is asked.
 */
@NullMarked
package parallax.editor;

import org.jspecify.annotations.NullMarked;
