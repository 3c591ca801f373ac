package com.spokefleet.testing.audit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The audits of one fake organisation: what is true, and levers for what can go wrong. */
public final class FakeAudits {
  private final GeneratedAudits generated;
  private final Map<AuditFault, Integer> planned = new EnumMap<>(AuditFault.class);
  private final Map<AuditFault, Integer> happened = new EnumMap<>(AuditFault.class);
  private volatile int redirectFrom = Integer.MAX_VALUE;
  private volatile long downloads;
  private volatile boolean tokenSentToDownloads;

  public FakeAudits(GeneratedAudits generated) {
    this.generated = generated;
  }

  /** What can be found at this instant, poison included, in order of time. */
  public List<TrueAudit> truth(Instant asOf) {
    return generated.until(asOf);
  }

  public GeneratedAudits generated() {
    return generated;
  }

  /** The next {@code times} occasions meet the fault. */
  public synchronized void plan(AuditFault fault, int times) {
    planned.put(fault, times);
  }

  /** Whether this occasion meets the fault, which is then counted. */
  public synchronized boolean meets(AuditFault fault) {
    int left = planned.getOrDefault(fault, 0);
    if (left == 0) {
      return false;
    }
    planned.put(fault, left - 1);
    happened.merge(fault, 1, Integer::sum);
    return true;
  }

  public synchronized int happened(AuditFault fault) {
    return happened.getOrDefault(fault, 0);
  }

  /** Results with this many rows or more left are offered as a file. */
  public void redirectFrom(int rows) {
    redirectFrom = rows;
  }

  public int redirectFrom() {
    return redirectFrom;
  }

  /** Files asked for, refused ones included. */
  public long downloads() {
    return downloads;
  }

  /** Whether the other host has ever been shown an {@code Authorization} header. */
  public boolean tokenSentToDownloads() {
    return tokenSentToDownloads;
  }

  /** Is told of each request that reaches the host of the files. */
  public synchronized void downloadAsked(boolean withToken) {
    downloads++;
    tokenSentToDownloads |= withToken;
  }
}
