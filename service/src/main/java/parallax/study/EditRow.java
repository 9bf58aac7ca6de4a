package parallax.study;

import java.time.Instant;

/** A row of study.questionnaire_edit: the model as it stood before a change. */
public record EditRow(int number, String model, Instant editedAt, String editedBy, String what) {}
