package com.spokefleet.testing.stream.local;

import com.spokefleet.testing.stream.firehose.Processor;
import java.util.Map;

/**
 * What connects an org to both SIEMs.
 *
 * @param org its name
 * @param eventSource the name of its partner event source, which is its bus's
 * @param patterns event patterns by the names of their rules; each leads to both SIEMs
 * @param toSplunk makes envelopes for Splunk
 * @param toDatadog makes logs for Datadog
 */
public record OrgConnection(
    String org,
    String eventSource,
    Map<String, String> patterns,
    Processor toSplunk,
    Processor toDatadog) {
  public OrgConnection {
    patterns = Map.copyOf(patterns);
  }
}
