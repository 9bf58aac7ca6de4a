package parallax.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself beside its answers.
 *
 * @param page number of the page; without a usable one, the first page with an open question
 * @param check whether to point out what is open
 * @param languages tags the browser asks for, best first
 * @param device it came from
 */
record Visit(@Nullable String page, boolean check, List<String> languages, Device device) {}
