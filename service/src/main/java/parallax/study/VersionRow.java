package parallax.study;

/** A row of study.questionnaire_version. */
public record VersionRow(int number, String model) {}
