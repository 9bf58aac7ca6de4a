package parallax.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An error as people read it. */
final class ProblemPage extends Page {

    /** What the problem is about still stands, and can be gone back to. */
    private static final Set<ProblemType> STANDS =
            Set.of(ProblemType.CONFLICT, ProblemType.CHANGED_MEANWHILE, ProblemType.INVALID, ProblemType.TOO_LARGE);

    private final Problem problem;

    private final @Nullable Place place;

    /** @param path what was asked for */
    ProblemPage(PageContext context, Problem problem, String path) {
        super("/templates/web/problem.ftlh", context);
        this.problem = problem;
        this.place = STANDS.contains(problem.kind()) ? Place.around(path).orElse(null) : null;
    }

    public Problem getProblem() {
        return problem;
    }

    public String getOnwardsPath() {
        if (place != null) {
            return place.path();
        }
        return problem.kind() == ProblemType.NOT_SIGNED_IN ? "/sign-in" : "/";
    }

    public String getOnwardsLabel() {
        if (place != null) {
            return "Back to the " + place.name();
        }
        return problem.kind() == ProblemType.NOT_SIGNED_IN ? "Sign in" : "Go to the start page";
    }
}
