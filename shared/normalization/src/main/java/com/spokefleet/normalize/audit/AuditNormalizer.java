package com.spokefleet.normalize.audit;

import com.spokefleet.config.PiiField;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.normalize.IdentityKeys;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns an audit of one org into its row. What can identify a person enters only where the spoke
 * allows that very field; ids of users stay, as they do in every other table. Of a metrics-only org
 * not even these: such a row says what was done to what kind of thing, when and with what outcome.
 * The same audit always gives the same row. Safe for use by several threads.
 */
public final class AuditNormalizer {
  /** Members of an audit's context that never tell of a person. */
  private static final Set<String> IMPERSONAL_CONTEXT = Set.of("divisionId", "flowId", "queueId");

  /** Entities that are things. The list of types is open, so an unknown one may be a person. */
  private static final Set<String> THINGS =
      Set.of(
          "Edge",
          "EdgeGroup",
          "Flow",
          "Integration",
          "OAuthClient",
          "Policy",
          "Prompt",
          "Queue",
          "Role",
          "Site",
          "Trigger",
          "Trunk",
          "Webhook",
          "WrapupCode");

  private final String orgId;
  private final IdentityKeys keys;
  private final boolean masked;
  private final Set<PiiField> allowed;

  public AuditNormalizer(Spoke spoke) {
    this.orgId = spoke.orgId();
    this.keys = new IdentityKeys(spoke.orgId());
    this.masked = spoke.residency() == Residency.METRICS_ONLY;
    this.allowed = masked ? Set.of() : spoke.allowedPii();
  }

  public AuditRow normalize(Audit audit) {
    boolean isThing = audit.entityType() != null && THINGS.contains(audit.entityType());
    return new AuditRow(
        orgId,
        audit.id(),
        LocalDate.ofInstant(audit.eventTime(), ZoneOffset.UTC),
        audit.eventTime(),
        audit.serviceName(),
        audit.action(),
        audit.entityType(),
        masked && !isThing ? null : audit.entityId(),
        when(PiiField.AUDIT_ENTITY_NAME, audit.entityName()),
        unlessMasked(audit.userId()),
        keys.keyOrNull(unlessMasked(audit.userId())),
        when(PiiField.AUDIT_USER_NAME, audit.userName()),
        unlessMasked(audit.userHomeOrgId()),
        unlessMasked(audit.clientId()),
        when(PiiField.AUDIT_REMOTE_IP, joined(audit)),
        audit.level(),
        audit.status(),
        unlessMasked(audit.application()),
        audit.messageCode(),
        audit.propertyChanges().size(),
        changes(audit),
        audit.entityChanges(),
        context(audit),
        audit.transactionId(),
        unlessMasked(audit.actionContext()),
        audit.transactionInitiator());
  }

  private @Nullable String changes(Audit audit) {
    return audit.propertyChanges().isEmpty() || masked
        ? null
        : CompactJson.ofChanges(
            audit.propertyChanges(), allowed.contains(PiiField.AUDIT_PROPERTY_VALUES));
  }

  private @Nullable String context(Audit audit) {
    Map<String, String> kept = new TreeMap<>(audit.context());
    if (!allowed.contains(PiiField.AUDIT_CONTEXT)) {
      kept.keySet().retainAll(masked ? Set.of() : IMPERSONAL_CONTEXT);
    }
    return kept.isEmpty() ? null : CompactJson.ofMap(kept);
  }

  private static @Nullable String joined(Audit audit) {
    return audit.remoteIps().isEmpty() ? null : String.join(",", audit.remoteIps());
  }

  private @Nullable String when(PiiField field, @Nullable String value) {
    return allowed.contains(field) ? value : null;
  }

  private @Nullable String unlessMasked(@Nullable String value) {
    return masked ? null : value;
  }
}
