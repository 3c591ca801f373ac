package com.spokefleet.normalize.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One audit of an org as the lake keeps it.
 *
 * @param propertyChanges JSON; null where there are none or their values may not be kept
 */
public record AuditRow(
    String orgId,
    String auditId,
    LocalDate day,
    Instant eventTime,
    @Nullable String serviceName,
    @Nullable String action,
    @Nullable String entityType,
    @Nullable String entityId,
    @Nullable String entityName,
    @Nullable String userId,
    @Nullable String userKey,
    @Nullable String userName,
    @Nullable String userHomeOrgId,
    @Nullable String clientId,
    @Nullable String remoteIp,
    @Nullable String level,
    @Nullable String status,
    @Nullable String application,
    @Nullable String messageCode,
    long propertyChangeCount,
    @Nullable String propertyChanges,
    long entityChangeCount,
    @Nullable String context,
    @Nullable String transactionId,
    @Nullable String actionContext,
    @Nullable Boolean transactionInitiator) {}
