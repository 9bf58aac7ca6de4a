package parallax.ballot;

import java.util.Random;
import java.util.UUID;
import parallax.database.Databases;
import parallax.keys.KeyFiles;
import parallax.response.ResponseStore;
import parallax.study.EngagementContent;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveService;
import parallax.verbatim.VerbatimStore;

/** The box and its counting; it has no endpoint. */
public final class BallotFeature {

    private final BallotBox box;
    private final Counting counting;
    private final WaveService waves;

    /** @param random unpredictable: it decides which answer stands where */
    public BallotFeature(
            Databases databases,
            KeyFiles keys,
            StudyFeature study,
            ResponseStore responses,
            VerbatimStore verbatims,
            Random random) {
        this.box = new BallotBox(keys.sealer(), study.waves()::publicKey, UUID::randomUUID);
        this.counting = new Counting(databases.count(), keys, study, new Batch.Stores(responses, verbatims), random);
        this.waves = study.waves();
    }

    public BallotBox box() {
        return box;
    }

    /** Its {@code countWhereEnoughWait} is the recurring job's work. */
    public Counting counting() {
        return counting;
    }

    /** Deletes uncounted ballots with their engagement. */
    public EngagementContent content() {
        return engagement -> counting.discard(
                waves.list(engagement.id()).stream().map(Wave::id).toList());
    }
}
