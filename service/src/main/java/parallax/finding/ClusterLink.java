package parallax.finding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import parallax.statistics.ClusterColumn;
import parallax.statistics.LinkedClusters;

/**
 * Which clusters of two waves are the same account or person.
 *
 * @param ofLater by cluster of the earlier wave, the cluster of the later one; {@link CodeBook#NONE} if it has none
 * @param known by cluster of the later wave, whether the earlier one has it
 */
record ClusterLink(int[] ofLater, boolean[] known) {

    static ClusterLink between(Sample from, Sample to) {
        Map<UUID, Integer> later = new HashMap<>();
        to.forEachCode((cluster, code) -> later.put(code, cluster));
        int[] ofLater = new int[from.count()];
        Arrays.fill(ofLater, CodeBook.NONE);
        boolean[] known = new boolean[to.count()];
        from.forEachCode((cluster, code) -> {
            Integer same = later.get(code);
            if (same != null) {
                ofLater[cluster] = same;
                known[same] = true;
            }
        });
        return new ClusterLink(ofLater, known);
    }

    /** Answers of both waves to the same item, each cluster once. */
    LinkedClusters of(ClusterColumn from, ClusterColumn to) {
        LinkedClusters linked = new LinkedClusters();
        for (int cluster = 0; cluster < ofLater.length; cluster++) {
            int same = ofLater[cluster];
            int size = same == CodeBook.NONE ? 0 : to.sizes()[same];
            if (from.sizes()[cluster] + size > 0) {
                double sum = same == CodeBook.NONE ? 0 : to.sums()[same];
                linked.add(from.sizes()[cluster], from.sums()[cluster], size, sum);
            }
        }
        for (int cluster = 0; cluster < known.length; cluster++) {
            if (!known[cluster] && to.sizes()[cluster] > 0) {
                linked.add(0, 0, to.sizes()[cluster], to.sums()[cluster]);
            }
        }
        return linked;
    }
}
