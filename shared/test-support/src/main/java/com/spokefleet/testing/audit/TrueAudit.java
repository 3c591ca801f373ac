package com.spokefleet.testing.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One act of an administrator, as the generator decided on it.
 *
 * @param visibleAt when queries can first find it; some audits come late
 * @param userId empty where the platform itself acted
 * @param clientId empty where no OAuth client was at work; the API then sends an empty text
 * @param poison whether its JSON is such that no reader can accept it
 */
public record TrueAudit(
    String id,
    Instant at,
    Instant visibleAt,
    String service,
    String action,
    String entityType,
    String entityId,
    String entityName,
    String userId,
    String userName,
    String clientId,
    List<String> remoteIps,
    String level,
    String status,
    String application,
    List<Change> changes,
    Map<String, String> context,
    boolean poison) {

  /** One changed property. */
  public record Change(String property, List<String> oldValues, List<String> newValues) {}

  /** Everything in it that tells of a person: none of it may be found where it is not allowed. */
  public List<String> personalTexts() {
    List<String> texts = new ArrayList<>(remoteIps);
    texts.add(userName);
    texts.add(entityName);
    changes.forEach(
        change -> {
          texts.addAll(change.oldValues());
          texts.addAll(change.newValues());
        });
    texts.removeIf(String::isEmpty);
    return List.copyOf(texts);
  }
}
