package com.spokefleet.normalize;

import com.spokefleet.config.Spoke;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links from a row of the lake back into the org's own Genesys web client, in the org's own region.
 * The host is the spoke's apps endpoint; the path is the spoke's own, because Genesys moves it.
 *
 * <p>Genesys promises no address. Both paths below are observed in public client code: the first
 * for the domains mypurecloud.com, mypurecloud.ie, mypurecloud.jp and usw2.pure.cloud, the second
 * for mypurecloud.com, mypurecloud.com.au, mypurecloud.de and usw2.pure.cloud, and both templated
 * over the region's domain. No stable address of a queue's view could be found.
 */
public final class DirectLinks {
  /** The interactions view as it has been addressed since PureCloud. */
  public static final String ENGAGE_PATH =
      "/directory/#/engage/admin/interactions/{conversationId}";

  /** The same interaction in the newer analytics workspace. */
  public static final String ANALYTICS_PATH =
      "/directory/#/analytics/interactions/{conversationId}/admin/details";

  private static final String PLACEHOLDER = "{conversationId}";

  private final String beforeId;
  private final String afterId;

  /** Fails when the spoke's path is not absolute or has no {@code {conversationId}}. */
  public DirectLinks(Spoke spoke) {
    String path = spoke.directLinkPath();
    int position = path.indexOf(PLACEHOLDER);
    if (!path.startsWith("/") || position < 0) {
      throw new IllegalArgumentException(
          "Cannot link to conversations of "
              + spoke.name()
              + ": the path "
              + path
              + " must start with / and contain "
              + PLACEHOLDER);
    }
    this.beforeId = spoke.endpoints().apps() + path.substring(0, position);
    this.afterId = path.substring(position + PLACEHOLDER.length());
  }

  /** The link to one conversation, safe to put into a browser whatever the id contains. */
  public String conversation(String conversationId) {
    String id = URLEncoder.encode(conversationId, StandardCharsets.UTF_8).replace("+", "%20");
    return beforeId + id + afterId;
  }
}
