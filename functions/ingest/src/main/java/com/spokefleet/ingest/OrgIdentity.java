package com.spokefleet.ingest;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.ConfigurationApi;
import com.spokefleet.genesys.configuration.OrganizationObject;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.telemetry.FailureKind;

/**
 * Whether the credentials are those of the org that fleet.yaml names. Nothing is landed before that
 * is known, for another org's rows under this org's id could not be told apart any more. Costs a
 * request per process and one with each reading of the configuration. For one thread.
 */
public final class OrgIdentity {
  private final Spoke spoke;
  private final ConfigurationApi api;
  private boolean verified;

  public OrgIdentity(Spoke spoke, ConfigurationApi api) {
    this.spoke = spoke;
    this.api = api;
  }

  /** Asks Genesys, whatever was known before; fails if it is another org. */
  public OrganizationObject verify(Deadline deadline) {
    verified = false;
    OrganizationObject organization = api.organization(deadline);
    if (!organization.id().equalsIgnoreCase(spoke.orgId())) {
      throw new IngestException(
          FailureKind.PERMANENT,
          "Cannot ingest %s: its credentials belong to organisation %s, fleet.yaml says %s"
              .formatted(spoke.name(), organization.id(), spoke.orgId()),
          null);
    }
    verified = true;
    return organization;
  }

  /** Asks Genesys only if this process does not know yet, or knew otherwise. */
  public void require(Deadline deadline) {
    if (!verified) {
      verify(deadline);
    }
  }
}
