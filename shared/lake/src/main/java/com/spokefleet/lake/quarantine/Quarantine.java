package com.spokefleet.lake.quarantine;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Raw records that could not be normalised, whole and byte for byte, under their own hash with the
 * reason beside them. Putting a record again changes nothing. What of an org may not be kept goes
 * to {@link #none()}.
 */
public final class Quarantine {
  private static final String RECORD_SUFFIX = ".json";

  private final Optional<ObjectStore> store;

  public Quarantine(ObjectStore store) {
    this(Optional.of(store));
  }

  private Quarantine(Optional<ObjectStore> store) {
    this.store = store;
  }

  /**
   * A quarantine that keeps not a byte, its reasons included, for they may quote the record. A
   * record put again counts again, because nobody knows that it was there.
   */
  public static Quarantine none() {
    return new Quarantine(Optional.empty());
  }

  /** All records of the org lie under this prefix of the store. */
  public static String prefix(String orgId) {
    return "quarantine/org_id=" + orgId + "/";
  }

  /**
   * Keeps the record; false if it was there already. The first reason given stays.
   *
   * @param day the start day the record would have landed in, if it tells
   */
  public boolean put(
      String orgId, String dataset, Optional<LocalDate> day, byte[] raw, String reason) {
    return put(orgId, dataset, day, Optional.empty(), raw, reason);
  }

  /**
   * As above; the forms of one record, which came at different times or from different sources, are
   * all kept and count as one.
   *
   * @param id what the record is known by, if it tells
   */
  public boolean put(
      String orgId,
      String dataset,
      Optional<LocalDate> day,
      Optional<String> id,
      byte[] raw,
      String reason) {
    return store.isEmpty() || put(store.get(), orgId, dataset, day, id, raw, reason);
  }

  private static boolean put(
      ObjectStore store,
      String orgId,
      String dataset,
      Optional<LocalDate> day,
      Optional<String> id,
      byte[] raw,
      String reason) {
    String folder =
        prefix(orgId, dataset) + "day=" + day.map(LocalDate::toString).orElse("unknown");
    // An id of a spoilt record can be any text, so its hash stands for it.
    String record =
        id.map(text -> Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + "-")
            .orElse("");
    String name = folder + "/" + record + Sha256.of(raw);
    // The record goes last: where it is, its reason is too, whatever happened in between.
    putIfAbsent(store, name + ".reason.txt", reason.getBytes(StandardCharsets.UTF_8));
    return putIfAbsent(store, name + RECORD_SUFFIX, raw);
  }

  /** How many records of the dataset are in quarantine. */
  public long count(String orgId, String dataset) {
    return countUnder(prefix(orgId, dataset));
  }

  /** How many records of one start day are in quarantine. */
  public long count(String orgId, String dataset, LocalDate day) {
    return countUnder(prefix(orgId, dataset) + "day=" + day + "/");
  }

  private long countUnder(String prefix) {
    return store.stream()
        .flatMap(objects -> objects.list(prefix).stream())
        .filter(key -> key.endsWith(RECORD_SUFFIX))
        .map(Quarantine::record)
        .distinct()
        .count();
  }

  private static String record(String key) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    int form = name.indexOf('-');
    return key.substring(0, key.lastIndexOf('/') + 1) + (form < 0 ? name : name.substring(0, form));
  }

  private static String prefix(String orgId, String dataset) {
    return prefix(orgId) + "dataset=" + dataset + "/";
  }

  private static boolean putIfAbsent(ObjectStore store, String key, byte[] content) {
    if (store.version(key).isPresent()) {
      return false;
    }
    try {
      Path file = Files.createTempFile("quarantine-", ".tmp");
      try {
        Files.write(file, content);
        return upload(store, key, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.PERMANENT, "Cannot write " + key + ": the scratch folder failed", failure);
    }
  }

  private static boolean upload(ObjectStore store, String key, Path file) {
    try {
      store.upload(key, file, Precondition.absent());
      return true;
    } catch (StoreException failure) {
      boolean conflict = failure.kind() == FailureKind.CONFLICT;
      boolean unknown = failure.kind() == FailureKind.UNKNOWN_OUTCOME;
      if (!conflict && !(unknown && store.version(key).isPresent())) {
        throw failure;
      }
      return unknown;
    }
  }
}
