package com.spokefleet.transform;

import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Secrets from the AWS Parameters and Secrets Lambda extension, over localhost: no SDK, and the
 * extension caches. Asked once in the life of a function, when the first value is to be hashed.
 */
final class SecretsExtension {
  private static final String PREFIX = "secretsmanager:";
  private static final String PORT = "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT";
  private static final String USUAL_PORT = "2773";
  private static final String TOKEN = "AWS_SESSION_TOKEN";

  /** What a function with SnapStart has instead, as its credentials come from an endpoint. */
  private static final String CONTAINER_TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

  private static final int TIMEOUT_MILLISECONDS = 5_000;

  private final Map<String, String> environment;

  SecretsExtension(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The secret's text as a key.
   *
   * @param where {@code secretsmanager:<name>}, as fleet.yaml says it
   */
  byte[] key(String where) {
    if (!where.startsWith(PREFIX)) {
      throw new IllegalStateException(
          "Cannot fetch the hash key from " + where + ": a function reads secretsmanager only");
    }
    String name = where.substring(PREFIX.length());
    try {
      return text(name).getBytes(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot fetch the hash key " + name, failure);
    }
  }

  private String text(String name) throws IOException {
    URI uri =
        URI.create(
            "http://localhost:%s/secretsmanager/get?secretId=%s"
                .formatted(
                    environment.getOrDefault(PORT, USUAL_PORT),
                    URLEncoder.encode(name, StandardCharsets.UTF_8)));
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
    connection.setReadTimeout(TIMEOUT_MILLISECONDS);
    connection.setRequestProperty(
        "X-Aws-Parameters-Secrets-Token",
        environment.getOrDefault(TOKEN, environment.getOrDefault(CONTAINER_TOKEN, "")));
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("the secrets extension answered " + status);
      }
      try (InputStream body = connection.getInputStream()) {
        return secretIn(body.readAllBytes());
      }
    } finally {
      connection.disconnect();
    }
  }

  private static String secretIn(byte[] reply) throws IOException {
    JsonScanner scanner = new JsonScanner();
    scanner.reset(reply, 0, reply.length);
    try {
      scanner.beginObject();
      boolean first = true;
      while (scanner.nextMember(first)) {
        first = false;
        String name = JsonStrings.decode(reply, scanner.start(), scanner.end());
        if (name.equals("SecretString") && scanner.kind() == JsonKind.STRING) {
          scanner.string();
          return JsonStrings.decode(reply, scanner.start(), scanner.end());
        }
        scanner.skip();
      }
    } catch (MalformedJsonException malformed) {
      throw new IOException("the secrets extension's answer is not JSON", malformed);
    }
    throw new IOException("the secret has no text");
  }
}
