package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.genesys.auth.ClientCredentials;
import com.spokefleet.genesys.auth.SecretException;
import com.spokefleet.telemetry.FailureKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Runs against our double and, where there is one, against LocalStack: it keeps the double honest.
 */
abstract class SecretsManagerSecretStoreSuite {
  private static final String JSON =
      """
      {"clientId": "emea-client", "clientSecret": "%s"}
      """;

  private final SecretsManagerClient client;
  private final SecretsManagerSecretStore store;
  private final String secret = "spokefleet/emea-" + UUID.randomUUID();

  SecretsManagerSecretStoreSuite(AwsEndpoints aws) {
    client = TestClients.secretsManager(aws.secretsManager());
    store = new SecretsManagerSecretStore(client);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void shouldReadBothHalves() {
    create(JSON.formatted("first"));

    assertThat(store.read("secretsmanager:" + secret))
        .isEqualTo(new ClientCredentials("emea-client", "first"));
  }

  @Test
  void shouldReadASecretStoredAsBinary() {
    client.createSecret(
        request ->
            request.name(secret).secretBinary(SdkBytes.fromUtf8String(JSON.formatted("binary"))));

    assertThat(store.read("secretsmanager:" + secret).clientSecret()).isEqualTo("binary");
  }

  @Test
  void shouldSeeARotatedSecretAtTheNextRead() {
    create(JSON.formatted("first"));
    store.read("secretsmanager:" + secret);

    client.putSecretValue(
        request -> request.secretId(secret).secretString(JSON.formatted("second")));

    assertThat(store.read("secretsmanager:" + secret).clientSecret()).isEqualTo("second");
  }

  @Test
  void shouldNameTheSecret_whenItIsMissing() {
    SecretException failure = failureOf("secretsmanager:" + secret);

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure)
        .hasMessage(
            "Cannot read credentials 'secretsmanager:%s': there is no such secret in this account"
                    .formatted(secret)
                + " and region");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "{\"clientId\": \"emea-client\", \"clientSecret\": \"hunter2",
        "{\"clientId\": \"\", \"clientSecret\": \"hunter2\"}",
        "{\"clientSecret\": \"hunter2\"}",
        "[\"hunter2\"]"
      })
  void shouldNameTheSecretAndHideItsValue_whenItIsMalformed(String value) {
    create(value);

    SecretException failure = failureOf("secretsmanager:" + secret);

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure).hasMessageContaining(secret);
    assertThat(failure).hasStackTraceContaining(secret);
    assertThat(stackTrace(failure)).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secretsmanager:", "env:EMEA", "spokefleet/emea"})
  void shouldRefuseAReferenceThatNamesNoSecret(String reference) {
    assertThat(failureOf(reference).kind()).isEqualTo(FailureKind.PERMANENT);
  }

  private void create(String value) {
    client.createSecret(request -> request.name(secret).secretString(value));
  }

  private SecretException failureOf(String reference) {
    return catchThrowableOfType(SecretException.class, () -> store.read(reference));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
