package com.spokefleet.genesys.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.DownloadHosts;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.http.SignedDownload;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v2/analytics/dataextraction/downloads}: which files there are, and one of them. Needs
 * the permission {@code analytics:datawarehouse:view}.
 *
 * <p>Known from a public program: the list ({@code metadata?dateStart=&pageSize=200}, with a
 * cursor) tells {@code id}, {@code dataSchema}, {@code dateCreated}; {@code POST bulk} with {@code
 * files} answers signed addresses; the files are Parquet with flat columns. Not confirmed by
 * anybody: the names of the members that hold the lists, and whether there is a form with whole
 * records. This class reads gzip with one JSON record per line, so that the way to the files is
 * there; whoever gets access to the preview puts the decoder of its Parquet in place of that.
 */
public final class DataExtraction {
  private static final String PATH = "/api/v2/analytics/dataextraction/downloads";
  private static final int PAGE_SIZE = 200;

  private final GenesysHttp http;
  private final DownloadHosts hosts;
  private final SignedDownload download;
  private final Path scratch;
  private final String orgName;
  private final ObjectMapper json = new ObjectMapper();

  public DataExtraction(
      GenesysHttp http,
      DownloadHosts hosts,
      SignedDownload download,
      Path scratch,
      String orgName) {
    this.http = http;
    this.hosts = hosts;
    this.download = download;
    this.scratch = scratch;
    this.orgName = orgName;
  }

  /** All files made since an instant, in the order Genesys lists them. */
  List<ExtractedFile> files(Instant since, Deadline deadline) {
    String purpose = "the list of extracted files of " + orgName;
    List<ExtractedFile> files = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = "";
    do {
      String more =
          cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      JsonNode page =
          read(
              GenesysRequest.get(
                  PATH + "/metadata?dateStart=" + since + "&pageSize=" + PAGE_SIZE + more, purpose),
              deadline);
      for (JsonNode entity : page.path("entities")) {
        files.add(file(entity, purpose));
      }
      cursor = page.path("cursor").asText("");
      if (!cursor.isEmpty() && !cursors.add(cursor)) {
        throw badData(purpose, "its cursor leads back to a page that was read already", null);
      }
    } while (!cursor.isEmpty());
    return files;
  }

  /** The lines of one file, each a record. */
  byte[] content(ExtractedFile file, Deadline deadline) {
    String purpose = "extracted file " + file.id() + " of " + orgName;
    ObjectNode request = json.createObjectNode();
    request.putArray("files").add(file.id());
    JsonNode answer =
        read(GenesysRequest.post(PATH + "/bulk", request.toString(), purpose), deadline);
    String address = answer.path("entities").path(0).path("url").asText("");
    URI allowed =
        hosts
            .allowed(address)
            .orElseThrow(() -> badData(purpose, "its address is none that may be asked", null));
    try {
      Files.createDirectories(scratch);
      Path local = Files.createTempFile(scratch, "extracted-", ".gz");
      try {
        download.fetch(allowed, local, purpose, deadline);
        try (GZIPInputStream lines = new GZIPInputStream(Files.newInputStream(local))) {
          return lines.readAllBytes();
        }
      } finally {
        Files.deleteIfExists(local);
      }
    } catch (IOException failure) {
      throw badData(purpose, "it is no whole gzip file", failure);
    }
  }

  private static ExtractedFile file(JsonNode entity, String purpose) {
    try {
      return new ExtractedFile(
          entity.path("id").asText(),
          entity.path("dataSchema").asText(),
          Instant.parse(entity.path("dateCreated").asText()));
    } catch (DateTimeException malformed) {
      throw badData(purpose, "dateCreated is not an instant", malformed);
    }
  }

  private JsonNode read(GenesysRequest request, Deadline deadline) {
    try {
      return json.readTree(http.send(request, deadline).body());
    } catch (JsonProcessingException malformed) {
      throw badData(request.purpose(), "the answer is not JSON", malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static GenesysException badData(
      String purpose, String reason, @Nullable Throwable cause) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": " + reason, cause);
  }
}
