package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.OrgRow;

/** The orgs of the fleet. */
public final class OrgsTable {
  public static final Table<OrgRow> TABLE =
      Table.<OrgRow>perOrg("dim_org", "One row per org of the fleet, as fleet.yaml describes it.")
          .required("org_id", TEXT, "Genesys organisation id", OrgRow::orgId)
          .required("spoke_name", TEXT, "name of the org in fleet.yaml", OrgRow::spokeName)
          .optional("name", TEXT, "name the org gives itself (organization.name)", OrgRow::name)
          .optional(
              "default_country_code",
              TEXT,
              "organization.defaultCountryCode",
              OrgRow::defaultCountryCode)
          .required("genesys_region", TEXT, "AWS region the org runs in", OrgRow::genesysRegion)
          .required(
              "genesys_domain",
              TEXT,
              "domain of its hosts, such as mypurecloud.ie",
              OrgRow::genesysDomain)
          .required("aws_region", TEXT, "AWS region of its ingestion", OrgRow::awsRegion)
          .required(
              "business_region", TEXT, "such as EMEA, from fleet.yaml", OrgRow::businessRegion)
          .required("residency", TEXT, "full or metrics-only", OrgRow::residency)
          .required("time_zone", TEXT, "IANA zone of its local dates", OrgRow::timeZone)
          .required("currency", TEXT, "ISO 4217 code of its money", OrgRow::currency)
          .required(
              "fleet_currency",
              TEXT,
              "ISO 4217 code all money is converted to",
              OrgRow::fleetCurrency)
          .required(
              "standard_service_level_percent",
              INTEGER,
              "the fleet's own service level: this percentage …",
              OrgRow::standardServiceLevelPercent)
          .required(
              "standard_service_level_ms",
              INTEGER,
              "… answered within this time, milliseconds",
              OrgRow::standardServiceLevelMs)
          .required("first_seen", TIMESTAMP, Meanings.FIRST_SEEN, row -> row.sighting().firstSeen())
          .required("last_seen", TIMESTAMP, Meanings.LAST_SEEN, row -> row.sighting().lastSeen())
          .optional("deleted_at", TIMESTAMP, Meanings.DELETED_AT, row -> row.sighting().deletedAt())
          .optional(
              "standard_short_abandon_ms",
              INTEGER,
              "abandons after at most this wait do not count in the fleet's own service level; 0:"
                  + " all count",
              OrgRow::standardShortAbandonMs)
          .keyedBy("org_id", "org_id");

  private OrgsTable() {}
}
