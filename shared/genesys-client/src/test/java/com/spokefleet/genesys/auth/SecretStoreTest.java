package com.spokefleet.genesys.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoreTest {
  @TempDir Path folder;

  @Test
  void shouldReadTheEnvironment() {
    SecretStore store =
        new EnvironmentSecretStore(Map.of("EMEA_CLIENT_ID", "id", "EMEA_CLIENT_SECRET", "s3cret"));

    assertThat(store.read("env:EMEA")).isEqualTo(new ClientCredentials("id", "s3cret"));
  }

  @Test
  void shouldNameTheVariableThatIsMissing() {
    SecretStore store = new EnvironmentSecretStore(Map.of("EMEA_CLIENT_ID", "id"));

    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> store.read("env:EMEA"))
        .withMessage(
            "Cannot read credentials 'env:EMEA': the environment variable EMEA_CLIENT_SECRET is not"
                + " set");
  }

  @Test
  void shouldReadAFileBesideTheFleet() throws IOException {
    Files.writeString(
        folder.resolve("emea.json"),
        "{\"clientId\":\"id\",\"note\":[1],\"clientSecret\":\" s3cret \"}");

    assertThat(new FileSecretStore(folder).read("file:emea.json"))
        .isEqualTo(new ClientCredentials("id", "s3cret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{\"clientId\":\"s3cret\"}", "{\"clientSecret\": s3cret }", "s3cret"})
  void shouldNotQuoteAnUnreadableFile(String content) throws IOException {
    Files.writeString(folder.resolve("emea.json"), content);

    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> new FileSecretStore(folder).read("file:emea.json"))
        .withMessageStartingWith("Cannot read credentials 'file:emea.json': ")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("s3cret"))
        .withNoCause();
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> new FileSecretStore(folder).read("file:emea.json"))
        .withMessageContaining("there is no such file");
  }

  @Test
  void shouldSendAReferenceToTheStoreOfItsScheme() {
    SecretStore store =
        new ReferencedSecretStore(
            Map.of(
                "env", reference -> new ClientCredentials("from-env", reference),
                "vault", reference -> new ClientCredentials("from-vault", reference)));

    assertThat(store.read("vault:a:b").clientId()).isEqualTo("from-vault");
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> store.read("plain"))
        .withMessage("Cannot read credentials 'plain': it must begin with one of env:, vault:");
  }

  @Test
  void shouldHideTheSecretWhenPrinted() {
    assertThat(new ClientCredentials("id", "s3cret").toString()).doesNotContain("s3cret");
  }
}
