package com.spokefleet.events.firehose;

import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.RecordFault;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records of a batch, by organisation: received = delivered + dropped + failed,
 * always. A record that does not tell whose it is belongs to {@code unknown}, unless there is only
 * one organisation.
 */
public final class BatchAccount {
  /** Counts of one organisation. */
  public static final class OfOrg {
    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private final Map<RecordFault, Long> failed = new EnumMap<>(RecordFault.class);
    private long received;
    private long delivered;

    private OfOrg() {}

    public long received() {
      return received;
    }

    /** Handed back to be delivered. */
    public long delivered() {
      return delivered;
    }

    public Map<DropReason, Long> dropped() {
      return new EnumMap<>(dropped);
    }

    public Map<RecordFault, Long> failed() {
      return new EnumMap<>(failed);
    }
  }

  private final Map<String, OfOrg> orgs = new TreeMap<>();

  /** By the organisation's name. */
  public Map<String, OfOrg> orgs() {
    return new TreeMap<>(orgs);
  }

  void delivered(String org) {
    OfOrg counts = of(org);
    counts.received++;
    counts.delivered++;
  }

  void dropped(String org, DropReason reason) {
    OfOrg counts = of(org);
    counts.received++;
    counts.dropped.merge(reason, 1L, Long::sum);
  }

  void failed(String org, RecordFault fault) {
    OfOrg counts = of(org);
    counts.received++;
    counts.failed.merge(fault, 1L, Long::sum);
  }

  private OfOrg of(String org) {
    OfOrg known = orgs.get(org);
    if (known == null) {
      known = new OfOrg();
      orgs.put(org, known);
    }
    return known;
  }
}
