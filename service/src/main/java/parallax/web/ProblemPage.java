package parallax.web;

/** An error as people read it. */
final class ProblemPage extends Page {

    private final Problem problem;

    ProblemPage(PageContext context, Problem problem) {
        super("/templates/web/problem.ftlh", context);
        this.problem = problem;
    }

    public Problem getProblem() {
        return problem;
    }

    public String getOnwardsPath() {
        return problem.kind() == ProblemType.NOT_SIGNED_IN ? "/sign-in" : "/";
    }

    public String getOnwardsLabel() {
        return problem.kind() == ProblemType.NOT_SIGNED_IN ? "Sign in" : "Go to the start page";
    }
}
