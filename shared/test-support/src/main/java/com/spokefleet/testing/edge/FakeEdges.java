package com.spokefleet.testing.edge;

import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The Edges of one fake organisation. Each measures itself every minute, at a second of its own; an
 * Edge that is offline keeps answering with its last measurement.
 */
public final class FakeEdges {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long DISK_BYTES = 52_655_783_936L;
  private static final long MEMORY_BYTES = 4_059_807_744L;

  private final FakeOrgSettings settings;
  private volatile int count = 3;
  private volatile Optional<Instant> offlineSince = Optional.empty();

  public FakeEdges(FakeOrgSettings settings) {
    this.settings = settings;
  }

  /** How many Edges there are, from now on. */
  public void count(int edges) {
    count = edges;
  }

  /** From then on the first Edge measures nothing any more. */
  public void firstIsOfflineSince(Instant instant) {
    offlineSince = Optional.of(instant);
  }

  public List<String> ids() {
    return IntStream.range(0, count).mapToObj(this::id).toList();
  }

  /** The latest measurement of the Edge at this instant. */
  public TrueEdgeMetrics at(String edgeId, Instant now) {
    int index = ids().indexOf(edgeId);
    Instant latest =
        index == 0 ? offlineSince.filter(since -> since.isBefore(now)).orElse(now) : now;
    long second = 1_000L * (7 * index % 60);
    long millis = Math.floorDiv(latest.toEpochMilli() - second, MINUTE_MILLIS) * MINUTE_MILLIS;
    Instant at = Instant.ofEpochMilli(millis + second + 829);
    if (at.isAfter(latest)) {
      at = at.minusMillis(MINUTE_MILLIS);
    }
    SplittableRandom random =
        new SplittableRandom(settings.seed() * 31 + index * 1_000_003L + at.toEpochMilli());
    return new TrueEdgeMetrics(
        edgeId,
        at,
        at.toEpochMilli() - settings.historyStart().toEpochMilli() + 2_627_768_000L,
        2 + index % 3,
        random.nextInt(101),
        random.nextLong(MEMORY_BYTES),
        MEMORY_BYTES,
        random.nextLong(DISK_BYTES),
        random.nextLong(DISK_BYTES),
        DISK_BYTES,
        random.nextLong(60_000_000),
        random.nextLong(60_000_000),
        random.nextInt(40));
  }

  /** The measurements that somebody sees who asks at these instants. */
  public List<TrueEdgeMetrics> at(List<Instant> instants) {
    List<TrueEdgeMetrics> all = new ArrayList<>();
    for (Instant instant : instants) {
      ids().forEach(id -> all.add(at(id, instant)));
    }
    return all.stream().distinct().toList();
  }

  private String id(int index) {
    return new UUID(0xed9e_0000_0000_4000L | index, (settings.seed() >>> 2) | Long.MIN_VALUE)
        .toString();
  }
}
