package parallax.study;

/** Tells whether figures of a wave were ever released; whoever keeps the releases implements it. */
public interface ReleasedWaves {

    boolean contains(WaveId wave);
}
