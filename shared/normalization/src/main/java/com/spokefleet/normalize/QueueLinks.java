package com.spokefleet.normalize;

import com.spokefleet.config.Spoke;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links from a queue's figures to the queue in the org's own web client, in the org's own region:
 * for a metrics-only org the only way to a detail. Genesys documents no such address; the spoke's
 * {@code queueLinkPath} says where it is.
 */
public final class QueueLinks {
  private static final String PLACEHOLDER = "{queueId}";

  private final String beforeId;
  private final String afterId;

  public QueueLinks(Spoke spoke) {
    String path = spoke.queueLinkPath();
    int position = path.indexOf(PLACEHOLDER);
    if (!path.startsWith("/") || position < 0) {
      throw new IllegalArgumentException(
          "Cannot link to queues of %s: the path %s must start with / and contain %s"
              .formatted(spoke.name(), path, PLACEHOLDER));
    }
    this.beforeId = spoke.endpoints().apps() + path.substring(0, position);
    this.afterId = path.substring(position + PLACEHOLDER.length());
  }

  /** The link to one queue, safe to put into a browser whatever the id contains. */
  public String queue(String queueId) {
    String id = URLEncoder.encode(queueId, StandardCharsets.UTF_8).replace("+", "%20");
    return beforeId + id + afterId;
  }
}
