package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.statistics.RakedWeights;
import parallax.statistics.Raking;
import parallax.statistics.RakingFailedException;
import parallax.study.SegmentVariable;

/**
 * Weights of customers that meet the margins known of all of them (METHOD.md §2). Off unless margins are known.
 *
 * @param weights by row of the panel; null if there are none
 * @param variables positions of the segment variables with a margin
 * @param reason why there are none though margins are known; else empty
 */
record Weighting(@Nullable RakedWeights weights, List<Integer> variables, String reason) {

    private static final Weighting OFF = new Weighting(null, List.of(), "");

    static Weighting of(FieldedWave wave, Cube cube) {
        Map<String, Map<String, Double>> margins = wave.frame(Audience.CUSTOMER).margins();
        Optional<Panel> customers = cube.panel(Audience.CUSTOMER);
        if (margins.isEmpty()) {
            return OFF;
        }
        if (customers.isEmpty() || customers.get().rows() == 0) {
            return failed("No customer answered.");
        }
        if (customers.get().persons() != null) {
            return failed("Some customers answered once for each of several segments, so no one weight is theirs.");
        }
        return new Fitting(wave, customers.get(), margins).weighting();
    }

    private static Weighting failed(String reason) {
        return new Weighting(null, List.of(), reason);
    }

    private record Fitting(FieldedWave wave, Panel panel, Map<String, Map<String, Double>> known) {

        Weighting weighting() {
            List<Integer> variables = new ArrayList<>();
            List<Raking.Margin> margins = new ArrayList<>();
            int[][] categories = new int[known.size()][];
            for (int variable = 0; variable < wave.segments().size(); variable++) {
                SegmentVariable planned = wave.segments().get(variable);
                Map<String, Double> shares = known.get(planned.variable());
                if (shares != null) {
                    int[] values = values(variable);
                    String problem = problem(planned, shares, values);
                    if (!problem.isEmpty()) {
                        return failed(problem);
                    }
                    List<String> named = List.copyOf(shares.keySet());
                    categories[margins.size()] = categories(planned, named, values);
                    margins.add(new Raking.Margin(planned.variable(), named, wholeShares(named, shares)));
                    variables.add(variable);
                }
            }
            if (variables.size() < known.size()) {
                return failed("A margin is known of a segment variable that the wave does not have any more.");
            }
            try {
                return new Weighting(Raking.weights(margins, categories), variables, "");
            } catch (RakingFailedException e) {
                return failed(String.valueOf(e.getMessage()));
            }
        }

        private int[] values(int variable) {
            int[] values = new int[panel.rows()];
            Runs runs = panel.runs();
            for (int run = 0; run < runs.count(); run++) {
                for (int row = runs.starts()[run]; row < runs.starts()[run + 1]; row++) {
                    values[row] = runs.value(run, variable);
                }
            }
            return values;
        }

        private static String problem(SegmentVariable planned, Map<String, Double> shares, int[] values) {
            for (int value : values) {
                if (value == 0) {
                    return "Some customers have no value of “%s”, so they have no weight."
                            .formatted(planned.variable());
                }
                String name = planned.values().get(value - 1);
                if (!shares.containsKey(name)) {
                    return "No share is known of “%s” in “%s”.".formatted(name, planned.variable());
                }
            }
            return "";
        }

        private static int[] categories(SegmentVariable planned, List<String> named, int[] values) {
            int[] categoryOf = new int[planned.values().size() + 1];
            for (int value = 1; value < categoryOf.length; value++) {
                categoryOf[value] = named.indexOf(planned.values().get(value - 1));
            }
            int[] categories = new int[values.length];
            for (int row = 0; row < values.length; row++) {
                categories[row] = categoryOf[values[row]];
            }
            return categories;
        }

        /** Printed shares may miss 1 by rounding. */
        private static double[] wholeShares(List<String> named, Map<String, Double> shares) {
            double sum =
                    shares.values().stream().mapToDouble(Double::doubleValue).sum();
            return named.stream()
                    .mapToDouble(value -> shares.getOrDefault(value, 0.0) / sum)
                    .toArray();
        }
    }
}
