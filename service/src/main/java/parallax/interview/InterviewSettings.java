package parallax.interview;

import java.net.URI;
import parallax.answering.AnsweringSettings;

/**
 * What interviewers say of those who ask.
 *
 * @param baseUrl as browsers see this service; https makes the cookie of an interview a secure one
 */
public record InterviewSettings(URI baseUrl, AnsweringSettings respondents) {}
