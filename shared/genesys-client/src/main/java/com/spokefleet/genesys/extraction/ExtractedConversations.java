package com.spokefleet.genesys.extraction;

import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.genesys.conversation.DetailsJobPage;
import com.spokefleet.genesys.conversation.DetailsJobRequest;
import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.conversation.DetailsPageDecoder;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.conversation.JobMatching;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.job.JobState;
import com.spokefleet.genesys.job.JobStatus;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.telemetry.FailureKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Conversations from extracted files: a reading is a window, and its pages are the files made since
 * the window began, oldest first, so that the newest form of a record comes last. Nothing is asked
 * of Genesys before the first page. Files are taken to be complete up to when the newest was made,
 * which nobody has confirmed.
 */
public final class ExtractedConversations implements ConversationSource {
  private static final String SCHEMA = "conversations";
  private static final String SEPARATOR = "_";

  private final DataExtraction extraction;
  private final Instant listedSince;
  private final DetailsPageDecoder decoder;

  /**
   * @param listedSince how far back files are listed
   * @param attributes names of the participant attributes to be read
   */
  public ExtractedConversations(
      DataExtraction extraction, Instant listedSince, Set<String> attributes) {
    this.extraction = extraction;
    this.listedSince = listedSince;
    this.decoder = new DetailsPageDecoder(attributes);
  }

  @Override
  public String submit(DetailsJobRequest request, Deadline deadline) {
    if (!request.filter().isNone()) {
      throw GenesysException.of(
          FailureKind.PERMANENT, "Cannot filter extracted files: they hold all of an org", null);
    }
    return String.join(
        SEPARATOR,
        request.matching().name().replace(SEPARATOR, "-"),
        Long.toString(request.from().toEpochMilli()),
        Long.toString(request.to().toEpochMilli()));
  }

  @Override
  public JobStatus status(String jobId, Deadline deadline) {
    Window.of(jobId);
    return new JobStatus(
        JobState.FULFILLED, JobState.FULFILLED.name(), Optional.empty(), Optional.empty());
  }

  @Override
  public DetailsJobPage results(String jobId, Optional<String> cursor, Deadline deadline) {
    Window window = Window.of(jobId);
    List<ExtractedFile> files =
        conversations(deadline).stream()
            .filter(file -> !file.createdAt().isBefore(window.from()))
            .sorted(Comparator.comparing(ExtractedFile::createdAt).thenComparing(ExtractedFile::id))
            .toList();
    int first = cursor.map(id -> indexAfter(files, id)).orElse(0);
    Optional<Instant> complete = files.stream().map(ExtractedFile::createdAt).reduce((_, b) -> b);
    if (first >= files.size()) {
      return new DetailsJobPage(nothing(), Optional.empty(), complete);
    }
    ExtractedFile file = files.get(first);
    DetailsPage page = window.of(decode(file, extraction.content(file, deadline)));
    return new DetailsJobPage(
        page, first + 1 < files.size() ? Optional.of(file.id()) : Optional.empty(), complete);
  }

  @Override
  public void cancel(String jobId, Deadline deadline) {
    Window.of(jobId);
  }

  @Override
  public Instant availability(Deadline deadline) {
    return conversations(deadline).stream()
        .map(ExtractedFile::createdAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private List<ExtractedFile> conversations(Deadline deadline) {
    return extraction.files(listedSince, deadline).stream()
        .filter(file -> file.schema().equals(SCHEMA))
        .toList();
  }

  private static int indexAfter(List<ExtractedFile> files, String id) {
    for (int index = 0; index < files.size(); index++) {
      if (files.get(index).id().equals(id)) {
        return index + 1;
      }
    }
    throw GenesysException.of(
        FailureKind.BAD_DATA, "Cannot go on after extracted file " + id + ": it is gone", null);
  }

  /** Lines of records are read as the page they would be. */
  private DetailsPage decode(ExtractedFile file, byte[] lines) {
    ByteArrayOutputStream page = new ByteArrayOutputStream(lines.length + 64);
    page.writeBytes("{\"conversations\":[".getBytes(StandardCharsets.UTF_8));
    String text = new String(lines, StandardCharsets.UTF_8).strip();
    page.writeBytes(text.replace('\n', ',').getBytes(StandardCharsets.UTF_8));
    page.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    try {
      return decoder.decodeJobPage(page.toByteArray()).details();
    } catch (MalformedPageException malformed) {
      throw GenesysException.of(
          FailureKind.BAD_DATA,
          "Cannot read extracted file " + file.id() + ": " + malformed.getMessage(),
          malformed);
    }
  }

  private static DetailsPage nothing() {
    return new DetailsPage(OptionalLong.empty(), true, List.of(), Map.of());
  }

  /** What a reading is asked for, told by its id. */
  private record Window(JobMatching matching, Instant from, Instant to) {
    static Window of(String jobId) {
      String[] parts = jobId.split(SEPARATOR, -1);
      try {
        return new Window(
            JobMatching.valueOf(parts[0].replace("-", SEPARATOR)),
            Instant.ofEpochMilli(Long.parseLong(parts[1])),
            Instant.ofEpochMilli(Long.parseLong(parts[2])));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
        throw GenesysException.of(
            FailureKind.BAD_DATA, "Cannot read from extracted files: no reading " + jobId, foreign);
      }
    }

    /** Files hold everything, so what the window does not admit goes here. Poison stays. */
    DetailsPage of(DetailsPage page) {
      return new DetailsPage(
          page.totalHits(),
          page.listed(),
          page.records().stream().filter(this::admits).toList(),
          page.unknownFields());
    }

    private boolean admits(DetailsRecord record) {
      return switch (record) {
        case DetailsRecord.Poison _ -> true;
        case DetailsRecord.Decoded decoded -> admits(decoded.conversation());
      };
    }

    private boolean admits(Conversation conversation) {
      Instant end = conversation.end();
      if (end == null) {
        return false;
      }
      return switch (matching) {
        case OVERLAP -> conversation.start().isBefore(to) && !end.isBefore(from);
        case START_DAY ->
            !day(conversation.start()).isBefore(day(from))
                && !day(conversation.start()).isAfter(day(to.minusMillis(1)));
      };
    }

    private static LocalDate day(Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }
}
