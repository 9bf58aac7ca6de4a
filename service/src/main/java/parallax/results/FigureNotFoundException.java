package parallax.results;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** No figure has that id. */
final class FigureNotFoundException extends RefusedException {

    FigureNotFoundException() {
        super(
                ProblemType.NOT_FOUND,
                "There is no such figure. Its wave may have been deleted, or its answers replaced.");
    }
}
