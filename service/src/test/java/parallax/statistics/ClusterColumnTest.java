package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterColumnTest {

    @Test
    void clustersOfEqualSizeAndSumAreOneKindSortedByBoth() {
        ClusterKinds kinds =
                ClusterKinds.of(new ClusterColumn(new int[] {2, 1, 0, 2, 1, 2}, new double[] {7, 4, 0, 6, 4, 7}));

        assertThat(kinds.count()).isEqualTo(3);
        assertThat(kinds.size(0)).isEqualTo(1);
        assertThat(kinds.sum(1)).isEqualTo(6);
        assertThat(kinds.sum(2)).isEqualTo(7);
        assertThat(kinds.times(0)).isEqualTo(2);
        assertThat(kinds.times(1)).isEqualTo(1);
        assertThat(kinds.times(2)).isEqualTo(2);
        assertThat(kinds.kindOf(0)).isEqualTo(2);
        assertThat(kinds.kindOf(2)).isEqualTo(ClusterKinds.SILENT);
        assertThat(kinds.kindOf(4)).isZero();
    }

    @Test
    void everyClusterKeepsItsSizeAndSumHoweverManyKindsThereAre() {
        Random random = new Random(31);
        int[] sizes = random.ints(5000, 0, 60).toArray();
        double[] sums = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            sums[i] = sizes[i] == 0 ? 0 : sizes[i] * (1 + random.nextInt(9)) / 2.0;
        }
        ClusterKinds kinds = ClusterKinds.of(new ClusterColumn(sizes, sums));

        int[] times = new int[kinds.count()];
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) {
                assertThat(kinds.kindOf(i)).isEqualTo(ClusterKinds.SILENT);
            } else {
                assertThat(kinds.size(kinds.kindOf(i))).isEqualTo(sizes[i]);
                assertThat(kinds.sum(kinds.kindOf(i))).isEqualTo(sums[i]);
                times[kinds.kindOf(i)]++;
            }
        }
        assertThat(kinds.count()).isEqualTo(59 * 9);
        for (int kind = 0; kind < kinds.count(); kind++) {
            assertThat(kinds.times(kind)).isEqualTo(times[kind]);
        }
    }

    @Test
    void itsMeanDoesNotDependOnTheOrderOfClusters() {
        Random random = new Random(32);
        int[] sizes = random.ints(200, 1, 5).toArray();
        double[] sums = random.doubles(200, 1, 9).toArray();
        int[] turnedSizes = new int[200];
        double[] turnedSums = new double[200];
        for (int i = 0; i < 200; i++) {
            turnedSizes[i] = sizes[199 - i];
            turnedSums[i] = sums[199 - i];
        }
        assertThat(ClusteredMean.of(new ClusterColumn(turnedSizes, turnedSums).toClusters()))
                .isEqualTo(ClusteredMean.of(new ClusterColumn(sizes, sums).toClusters()));
    }

    @Test
    void columnsAreChecked() {
        assertThatThrownBy(() -> new ClusterColumn(new int[2], new double[3])).hasMessageContaining("were 2 and 3");
        assertThatThrownBy(() -> new ClusterColumn(new int[] {-1}, new double[1]))
                .hasMessageContaining("was -1");
        assertThatThrownBy(() -> new ClusterColumn(new int[] {1}, new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new ClusterColumn(new int[] {0}, new double[] {2}))
                .hasMessageContaining("0 and 2.0");
    }

    @Test
    void zeroHasOneSign() {
        assertThat(ClusterKinds.of(new ClusterColumn(new int[] {1, 1}, new double[] {0.0, -0.0}))
                        .count())
                .isEqualTo(1);
    }
}
