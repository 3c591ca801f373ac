package com.spokefleet.normalize.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One audit, however it came: by query, in a downloaded file or as an event, which name some fields
 * differently and leave others out.
 *
 * @param id the same by whichever way it came
 * @param entityChanges how many entities changed along
 */
public record Audit(
    String id,
    Instant eventTime,
    @Nullable String serviceName,
    @Nullable String action,
    @Nullable String entityType,
    @Nullable String entityId,
    @Nullable String entityName,
    @Nullable String userId,
    @Nullable String userName,
    @Nullable String userHomeOrgId,
    @Nullable String clientId,
    List<String> remoteIps,
    @Nullable String level,
    @Nullable String status,
    @Nullable String application,
    @Nullable String messageCode,
    List<PropertyChange> propertyChanges,
    long entityChanges,
    Map<String, String> context,
    @Nullable String transactionId,
    @Nullable String actionContext,
    @Nullable Boolean transactionInitiator) {}
