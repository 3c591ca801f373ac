package com.spokefleet.genesys.auth;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads {@code file:path}, a JSON object with {@code clientId} and {@code clientSecret}. Relative
 * paths start at the given folder.
 */
public final class FileSecretStore implements SecretStore {
  public static final String SCHEME = "file";

  private final Path folder;

  public FileSecretStore(Path folder) {
    this.folder = folder;
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
    try {
      return Files.readAllBytes(
          folder.resolve(Path.of(ReferencedSecretStore.place(SCHEME, reference))));
    } catch (InvalidPathException malformed) {
      throw SecretException.permanent(reference, "this is no file path");
    } catch (IOException unreadable) {
      throw new SecretException(
          FailureKind.PERMANENT,
          "Cannot read credentials '%s': %s".formatted(reference, reason(unreadable)),
          unreadable);
    }
  }

  private static String reason(IOException unreadable) {
    String name = unreadable.getClass().getSimpleName();
    return switch (name) {
      case "NoSuchFileException" -> "there is no such file";
      case "AccessDeniedException" -> "the file may not be read by this user";
      default -> name;
    };
  }
}
