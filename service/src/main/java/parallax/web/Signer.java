package parallax.web;

/** A keyed hash under the installation's key; one purpose cannot be passed off as another. */
@FunctionalInterface
public interface Signer {

    byte[] mac(String purpose, byte[] data);
}
