package com.spokefleet.events.privacy;

import com.spokefleet.events.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 in place of a value, the first 16 bytes in hexadecimal. The key is asked for when
 * the first value needs it, so that a fleet that hashes nothing needs none.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN = 16;

  private final Supplier<byte[]> key;
  private @Nullable Mac mac;

  public KeyedHash(Supplier<byte[]> key) {
    this.key = key;
  }

  /** Writes the hash of a text, without quotes. */
  public void write(String text, JsonBytes out) {
    out.hex(started().doFinal(text.getBytes(StandardCharsets.UTF_8)), SHOWN);
  }

  private Mac started() {
    if (mac == null) {
      try {
        Mac made = Mac.getInstance(ALGORITHM);
        made.init(new SecretKeySpec(key.get(), ALGORITHM));
        mac = made;
      } catch (GeneralSecurityException | IllegalArgumentException unusable) {
        throw new IllegalStateException("Cannot hash with the key that was given", unusable);
      }
    }
    return mac;
  }
}
