package com.spokefleet.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a secret is found, never the secret: {@code secretsmanager:<name>}, {@code env:<PREFIX>} or
 * {@code file:<path>}. Problems never quote the text, since it may be a secret after all.
 */
final class SecretReference {
  private static final String REFERENCE =
      "(secretsmanager:[A-Za-z0-9/_+=.@-]{1,512}|env:[A-Z][A-Z0-9_]{0,127}|file:.{1,1024})";

  /** A long unbroken run of mixed letters and digits, as generated secrets are. */
  private static final Pattern LITERAL =
      Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9+=_]{24,}");

  static final Scalar<String> TYPE =
      Scalar.text(Map.of("pattern", "^" + REFERENCE + "$"), SecretReference::check);

  private SecretReference() {}

  private static String check(String text) throws InvalidValueException {
    if (!text.matches(REFERENCE)) {
      throw new InvalidValueException(
          "must say where the secret is found: secretsmanager:<name>, env:<PREFIX> or file:<path>;"
              + " never write a secret into this file");
    }
    String name = text.substring(text.indexOf(':') + 1);
    for (String part : List.of(name.split("[/.@-]"))) {
      if (LITERAL.matcher(part).matches()) {
        throw new InvalidValueException(
            "looks like a secret itself; name the place where it is kept, and change the secret,"
                + " since it has been written into a file");
      }
    }
    return text;
  }
}
