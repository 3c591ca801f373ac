package com.spokefleet.aws;

import com.spokefleet.genesys.auth.ClientCredentials;
import com.spokefleet.genesys.auth.CredentialsJson;
import com.spokefleet.genesys.auth.SecretException;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.telemetry.FailureKind;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * Reads {@code secretsmanager:name-or-arn}, whose current value is the JSON of {@link
 * CredentialsJson}. Keeps nothing: sign-in remembers the credentials while they work and reads
 * again when they are refused, which must then find the rotated ones.
 */
public final class SecretsManagerSecretStore implements SecretStore {
  public static final String SCHEME = "secretsmanager";

  private final SecretsManagerClient client;

  public SecretsManagerSecretStore(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public ClientCredentials read(String reference) {
    return CredentialsJson.read(reference, content(reference));
  }

  @Override
  public String token(String reference, String field) {
    return CredentialsJson.text(reference, content(reference), field);
  }

  private byte[] content(String reference) {
    String secret = secretOf(reference);
    try {
      return json(client.getSecretValue(request -> request.secretId(secret)));
    } catch (SdkException failed) {
      throw new SecretException(
          AwsFailure.kindOf(failed, Access.READ),
          "Cannot read credentials '" + reference + "': " + reason(failed),
          failed);
    }
  }

  private static String secretOf(String reference) {
    String scheme = SCHEME + ":";
    String secret = reference.startsWith(scheme) ? reference.substring(scheme.length()) : "";
    if (secret.isBlank()) {
      throw new SecretException(
          FailureKind.PERMANENT,
          "Cannot read credentials '"
              + reference
              + "': it must begin with "
              + scheme
              + " and name a secret",
          null);
    }
    return secret;
  }

  /** Somebody may have stored the JSON as a file, which makes it binary. */
  private static byte[] json(GetSecretValueResponse value) {
    if (value.secretString() != null) {
      return value.secretString().getBytes(StandardCharsets.UTF_8);
    }
    return value.secretBinary() == null ? new byte[0] : value.secretBinary().asByteArray();
  }

  private static String reason(SdkException failure) {
    String code =
        failure instanceof SdkServiceException answered ? AwsFailure.codeOf(answered) : "";
    String reason = AwsFailure.reason(failure);
    return switch (code) {
      case "ResourceNotFoundException" -> "there is no such secret in this account and region";
      case "AccessDeniedException" -> "this role may not read it; " + reason;
      case "DecryptionFailure" -> "this role may not use its key; " + reason;
      default -> reason;
    };
  }
}
