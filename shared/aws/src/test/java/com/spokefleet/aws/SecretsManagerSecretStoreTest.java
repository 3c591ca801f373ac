package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.genesys.auth.SecretException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@ExtendWith(EmbeddedAws.class)
final class SecretsManagerSecretStoreTest extends SecretsManagerSecretStoreSuite {
  private final AwsEndpoints aws;

  SecretsManagerSecretStoreTest(AwsEndpoints aws) {
    super(aws);
    this.aws = aws;
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, PERMANENT, this role may not read it",
    "DecryptionFailure, PERMANENT, this role may not use its key",
    "InvalidRequestException, PERMANENT, HTTP 400 InvalidRequestException"
  })
  void shouldSayWhatToChange_whenRefused(String code, FailureKind kind, String words)
      throws IOException {
    SecretException failure = failureAfter(Fault.json(400, code));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageStartingWith(
            "Cannot read credentials 'secretsmanager:spokefleet/emea': " + words);
  }

  @Test
  void shouldBeThrottled_whenThrottled() throws IOException {
    assertThat(failureAfter(Fault.json(400, "ThrottlingException")).kind())
        .isEqualTo(FailureKind.THROTTLED);
  }

  /** Without the SDK's retries, which really wait. */
  private SecretException failureAfter(Fault fault) throws IOException {
    try (FaultProxy network = new FaultProxy(aws.secretsManager());
        SecretsManagerClient client =
            TestClients.secretsManagerBuilder(network.address())
                .overrideConfiguration(
                    override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build()) {
      SecretsManagerSecretStore store = new SecretsManagerSecretStore(client);
      network.next(fault);
      return catchThrowableOfType(
          SecretException.class, () -> store.read("secretsmanager:spokefleet/emea"));
    }
  }
}
