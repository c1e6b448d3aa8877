package eu.sortie.k8s;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one run: secrets are compared by digests under it and leave sealed with it. It is kept in memory alone, so what is
 * left of a secret in evidence can neither be opened nor guessed at later.
 */
final class DrillKey {

  private static final DrillKey OF_THIS_RUN = random();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] digesting;
  private final byte[] sealing;

  private DrillKey(byte[] digesting, byte[] sealing) {
    this.digesting = digesting;
    this.sealing = sealing;
  }

  /** The key both ends of a drill share: the one of this process, since an adapter is not told which drill it is opened for. */
  static DrillKey ofThisRun() {
    return OF_THIS_RUN;
  }

  static DrillKey random() {
    return new DrillKey(bytes(32), bytes(32));
  }

  /** Digest of a text: the same for the same text under the same key. */
  String digest(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(digesting, "HmacSHA256"));
      return "hmac-sha256:"
          + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", absent);
    }
  }

  byte[] seal(byte[] open) {
    var nonce = bytes(NONCE_BYTES);
    var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, open, 0);
    return ByteBuffer.allocate(nonce.length + sealed.length)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens what was sealed.
   *
   * @throws IllegalArgumentException where it was sealed under another key, or was changed since
   */
  byte[] open(byte[] sealed) {
    var nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(sealed).get(nonce);
    return cipher(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] bytes, int from) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes, from, bytes.length - from);
    } catch (javax.crypto.AEADBadTagException other) {
      throw new IllegalArgumentException(
          "it was sealed in another run, or was changed since; run the drill again", other);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has AES in GCM", absent);
    }
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "key of a run";
  }
}
