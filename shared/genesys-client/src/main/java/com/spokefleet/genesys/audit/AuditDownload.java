package com.spokefleet.genesys.audit;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.DownloadHosts;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.SignedDownload;
import com.spokefleet.telemetry.FailureKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the file that Genesys offers in place of many pages. It goes to the scratch folder first,
 * so that its size costs no heap.
 */
public final class AuditDownload {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER_BYTES = 1 << 16;

  private final DownloadHosts hosts;
  private final SignedDownload download;
  private final Path scratch;

  public AuditDownload(DownloadHosts hosts, SignedDownload download, Path scratch) {
    this.hosts = hosts;
    this.download = download;
    this.scratch = scratch;
  }

  Optional<URI> allowed(String address) {
    return hosts.allowed(address);
  }

  /** Gives every record of the file to the sink, also those before a fault. */
  void read(URI address, Consumer<AuditRecord> sink, String purpose, Deadline deadline)
      throws MalformedAuditsException {
    try {
      Files.createDirectories(scratch);
      Path file = Files.createTempFile(scratch, "audits-", ".json");
      try {
        download.fetch(address, file, purpose, deadline);
        try (InputStream input = open(file)) {
          AuditStream.lenient().read(input, sink);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw GenesysException.of(
          FailureKind.RETRYABLE,
          "Cannot read the downloaded " + purpose + ": " + failure.getClass().getSimpleName(),
          failure);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream input = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    input.mark(2);
    boolean compressed = input.read() == GZIP_FIRST && input.read() == GZIP_SECOND;
    input.reset();
    return compressed ? new GZIPInputStream(input, BUFFER_BYTES) : input;
  }
}
