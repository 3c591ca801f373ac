package com.spokefleet.normalize.row;

import com.spokefleet.config.Spoke;
import com.spokefleet.config.Standards;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One org of the fleet: what fleet.yaml says of it, with the name and country it gives itself.
 *
 * @param standardServiceLevelPercent the fleet's own service level, equal for all orgs
 */
public record OrgRow(
    String orgId,
    String spokeName,
    @Nullable String name,
    @Nullable String defaultCountryCode,
    String genesysRegion,
    String genesysDomain,
    String awsRegion,
    String businessRegion,
    String residency,
    String timeZone,
    String currency,
    String fleetCurrency,
    long standardServiceLevelPercent,
    long standardServiceLevelMs,
    Sighting sighting,
    @Nullable Long standardShortAbandonMs) {

  public static OrgRow of(
      Spoke spoke,
      Standards standards,
      @Nullable String name,
      @Nullable String defaultCountryCode,
      Instant seenAt) {
    return new OrgRow(
        spoke.orgId(),
        spoke.name(),
        name,
        defaultCountryCode,
        spoke.genesysRegion().awsRegion(),
        spoke.genesysRegion().domain(),
        spoke.awsRegion(),
        spoke.businessRegion(),
        spoke.residency().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        spoke.timeZone().getId(),
        spoke.currency().getCurrencyCode(),
        standards.currency().getCurrencyCode(),
        standards.serviceLevel().percent(),
        standards.serviceLevel().threshold().toMillis(),
        Sighting.at(seenAt),
        standards.serviceLevel().shortAbandon().toMillis());
  }
}
