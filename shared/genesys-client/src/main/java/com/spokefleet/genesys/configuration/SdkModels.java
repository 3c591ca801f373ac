package com.spokefleet.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.mypurecloud.sdk.v2.model.AuthzDivision;
import com.mypurecloud.sdk.v2.model.Division;
import com.mypurecloud.sdk.v2.model.Organization;
import com.mypurecloud.sdk.v2.model.Queue;
import com.mypurecloud.sdk.v2.model.ServiceLevel;
import com.mypurecloud.sdk.v2.model.StarrableDivision;
import com.mypurecloud.sdk.v2.model.User;
import com.mypurecloud.sdk.v2.model.WrapupCode;

/**
 * Binds JSON to the SDK's models, but only the fields we use: its other fields overflow on large
 * numbers, choke on unusual dates and would make a whole listing unreadable for nothing.
 */
final class SdkModels {
  private SdkModels() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addMixIn(Organization.class, OrganizationFields.class)
        .addMixIn(Queue.class, QueueFields.class)
        .addMixIn(ServiceLevel.class, ServiceLevelFields.class)
        .addMixIn(User.class, UserFields.class)
        .addMixIn(WrapupCode.class, WrapupCodeFields.class)
        .addMixIn(AuthzDivision.class, DivisionFields.class)
        .addMixIn(Division.class, ReferenceFields.class)
        .addMixIn(StarrableDivision.class, ReferenceFields.class)
        .build();
  }

  @JsonIncludeProperties({"id", "name", "defaultCountryCode", "domain"})
  private interface OrganizationFields {}

  @JsonIncludeProperties({"id", "name", "division", "description"})
  private interface QueueFields {}

  @JsonIncludeProperties({"percentage", "durationMs"})
  private interface ServiceLevelFields {}

  @JsonIncludeProperties({"id", "name", "email", "division", "department", "title", "manager"})
  private interface UserFields {}

  @JsonIncludeProperties({"id", "name", "division"})
  private interface WrapupCodeFields {}

  @JsonIncludeProperties({"id", "name", "homeDivision"})
  private interface DivisionFields {}

  @JsonIncludeProperties({"id"})
  private interface ReferenceFields {}
}
