package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.audit.AuditRow;

/** What administrators and the platform did in each org. */
public final class AuditsTable {
  public static final Table<AuditRow> TABLE =
      Table.<AuditRow>daily(
              "audits",
              "One row per audit, under the UTC day it happened on; only where `polls` lists"
                  + " audits. `audit_id` is the id that the event of the same audit carries. Of a"
                  + " metrics-only org everything personal is null, ids of users included.")
          .required("org_id", TEXT, "Genesys organisation id", AuditRow::orgId)
          .required("audit_id", TEXT, "id; of events: eventBody.id", AuditRow::auditId)
          .required("day", DATE, "UTC day of event_time; names the partition", AuditRow::day)
          .required("event_time", TIMESTAMP, "eventDate", AuditRow::eventTime)
          .optional("service_name", TEXT, "serviceName; the list is open", AuditRow::serviceName)
          .optional("action", TEXT, "action; the list is open", AuditRow::action)
          .optional("entity_type", TEXT, "entityType; the list is open", AuditRow::entityType)
          .optional("entity_id", TEXT, "entity.id", AuditRow::entityId)
          .optional("entity_name", TEXT, "entity.name, if allowed", AuditRow::entityName)
          .optional("user_id", TEXT, "user.id, who did it", AuditRow::userId)
          .optional("user_key", TEXT, "org_id:user_id, unique across orgs", AuditRow::userKey)
          .optional("user_name", TEXT, "user.name, if allowed", AuditRow::userName)
          .optional(
              "user_home_org_id",
              TEXT,
              "userHomeOrgId, of a partner's user another org's",
              AuditRow::userHomeOrgId)
          .optional("client_id", TEXT, "client.id, the OAuth client used", AuditRow::clientId)
          .optional("remote_ip", TEXT, "remoteIp, comma-separated, if allowed", AuditRow::remoteIp)
          .optional("level", TEXT, "level: USER, SYSTEM or newer", AuditRow::level)
          .optional("status", TEXT, "status: SUCCESS, FAILURE, WARNING or newer", AuditRow::status)
          .optional("application", TEXT, "application", AuditRow::application)
          .optional("message_code", TEXT, "message.localizableMessageCode", AuditRow::messageCode)
          .required(
              "n_property_changes",
              INTEGER,
              "Number of propertyChanges",
              AuditRow::propertyChangeCount)
          .optional(
              "property_changes",
              TEXT,
              "propertyChanges as JSON, `[{\"property\":…}]`; with `old` and `new` values if allowed",
              AuditRow::propertyChanges)
          .required(
              "n_entity_changes", INTEGER, "Number of entityChanges", AuditRow::entityChangeCount)
          .optional(
              "context",
              TEXT,
              "context as JSON; only divisionId, flowId and queueId unless allowed",
              AuditRow::context)
          .optional(
              "transaction_id",
              TEXT,
              "initiatingAction.transactionId, the same for all audits of one act",
              AuditRow::transactionId)
          .optional(
              "action_context", TEXT, "initiatingAction.actionContext", AuditRow::actionContext)
          .optional(
              "transaction_initiator",
              BOOLEAN,
              "transactionInitiator",
              AuditRow::transactionInitiator)
          .keyedBy("audit_id", "org_id", "audit_id");

  private AuditsTable() {}
}
