package com.spokefleet.testing.audit;

import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.PiiMarkers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The audits of an organisation, day by day; they follow from its seed alone. Times are whole
 * seconds, as in the published payloads. Every personal text holds one of the org's markers, save
 * for addresses, which cannot.
 */
public final class GeneratedAudits {
  private static final int SECONDS_PER_DAY = 86_400;

  /** How much later than usual queries find some of them. */
  public static final Duration LATE = Duration.ofMinutes(25);

  private final FakeOrgSettings settings;
  private final Directory directory;
  private final PiiMarkers markers;
  private volatile int perDay = 40;
  private volatile int poisonEvery = Integer.MAX_VALUE;

  public GeneratedAudits(FakeOrgSettings settings, Directory directory, PiiMarkers markers) {
    this.settings = settings;
    this.directory = directory;
    this.markers = markers;
  }

  /** How many a day has, from now on. */
  public void perDay(int audits) {
    perDay = audits;
  }

  /** Spoils every n-th audit of a day. */
  public void poisonEvery(int audits) {
    poisonEvery = audits;
  }

  /** The services audited, by their names. */
  public static List<String> services() {
    return Arrays.stream(AuditKind.values()).map(AuditKind::service).distinct().sorted().toList();
  }

  /** The entity types of a service with the actions on each. */
  public static Map<String, List<String>> entities(String service) {
    Map<String, List<String>> entities = new TreeMap<>();
    for (AuditKind kind : AuditKind.values()) {
      if (kind.service().equals(service)) {
        entities.put(kind.entityType(), kind.actions());
      }
    }
    return entities;
  }

  /** The audits of the time range that can be found at {@code asOf}, in order of time. */
  public List<TrueAudit> between(Instant from, Instant to, Instant asOf) {
    List<TrueAudit> found = new ArrayList<>();
    LocalDate first = day(from.isBefore(settings.historyStart()) ? settings.historyStart() : from);
    LocalDate last = day(to.isAfter(asOf) ? asOf : to);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (TrueAudit audit : of(day)) {
        boolean inRange = !audit.at().isBefore(from) && audit.at().isBefore(to);
        if (inRange && !audit.visibleAt().isAfter(asOf)) {
          found.add(audit);
        }
      }
    }
    return found;
  }

  /** Everything that can be found at {@code asOf}. */
  public List<TrueAudit> until(Instant asOf) {
    return between(settings.historyStart(), asOf.plusSeconds(1), asOf);
  }

  private List<TrueAudit> of(LocalDate day) {
    SplittableRandom random =
        new SplittableRandom((settings.seed() * 0x9E3779B97F4A7C15L) ^ day.toEpochDay());
    List<TrueAudit> audits = new ArrayList<>();
    for (int index = 1; index <= perDay; index++) {
      TrueAudit audit = audit(day, index, random.split());
      if (!audit.at().isBefore(settings.historyStart())
          && audit.at().isBefore(settings.historyEnd())) {
        audits.add(audit);
      }
    }
    audits.sort(Comparator.comparing(TrueAudit::at).thenComparing(TrueAudit::id));
    return audits;
  }

  private TrueAudit audit(LocalDate day, int index, SplittableRandom random) {
    AuditKind kind = AuditKind.values()[random.nextInt(AuditKind.values().length)];
    Instant at =
        day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(SECONDS_PER_DAY));
    boolean late = index % 8 == 0;
    boolean byPlatform = index % 9 == 0;
    DirectoryEntry user = pick(directory.users(), random);
    String entityId =
        switch (kind) {
          case QUEUE -> pick(directory.queues(), random).id();
          case WRAPUP_CODE -> pick(directory.wrapupCodes(), random).id();
          case USER, PRESENCE -> pick(directory.users(), random).id();
          default -> uuid(random);
        };
    String id = uuid(random);
    String action = kind.actions().get(random.nextInt(kind.actions().size()));
    return new TrueAudit(
        id,
        at,
        late ? at.plus(LATE) : at,
        kind.service(),
        action,
        kind.entityType(),
        entityId,
        kind.entityType() + " of " + markers.word(),
        byPlatform ? "" : user.id(),
        byPlatform ? "" : user.name() + " " + markers.word(),
        random.nextBoolean() ? uuid(random) : "",
        byPlatform ? List.of() : List.of(address(random), "10." + random.nextInt(256) + ".30.40"),
        byPlatform ? "SYSTEM" : "USER",
        index % 11 == 0 ? "FAILURE" : "SUCCESS",
        "PureCloud Admin UI",
        changes(action, random),
        index % 3 == 0
            ? Map.of(
                "divisionId",
                directory.divisions().getFirst().id(),
                "requestedFor",
                markers.word() + "@customer.example")
            : Map.of(),
        index % poisonEvery == 0);
  }

  private List<TrueAudit.Change> changes(String action, SplittableRandom random) {
    List<TrueAudit.Change> changes = new ArrayList<>();
    if (action.equals("View")) {
      return changes;
    }
    if (random.nextInt(3) > 0) {
      changes.add(
          new TrueAudit.Change(
              "name",
              List.of(markers.word() + " old " + random.nextInt(1_000)),
              List.of(markers.word() + " \"new\" \\ 新しい " + random.nextInt(1_000))));
    }
    if (random.nextBoolean()) {
      changes.add(
          new TrueAudit.Change(
              "callbackNumbers",
              List.of(),
              List.of("+49" + markers.digits() + random.nextInt(1_000), markers.word())));
    }
    return changes;
  }

  private static String address(SplittableRandom random) {
    return "203.0.113." + random.nextInt(256) + ":" + (10_000 + random.nextInt(50_000));
  }

  private static String uuid(SplittableRandom random) {
    return new UUID(
            (random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
        .toString();
  }

  private static <T> T pick(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
