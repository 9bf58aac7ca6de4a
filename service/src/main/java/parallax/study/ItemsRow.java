package parallax.study;

/** A row of study.questionnaire. */
public record ItemsRow(String pages, String texts) {}
