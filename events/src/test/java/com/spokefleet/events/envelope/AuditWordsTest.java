package com.spokefleet.events.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.Flat;
import com.spokefleet.events.privacy.PrivacyRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How audits read in a SIEM's own words. */
final class AuditWordsTest {
  private static final String AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";

  @ParameterizedTest
  @CsvSource({
    "MemberAdd, Role, acl_modified",
    "MemberAdd, Queue, modified",
    "MemberRemove, OrganizationAuthorizationUserTrust, acl_modified",
    "MemberRemove, DirectoryGroup, modified",
    "Assign, AuthUser, acl_modified",
    "Unassign, DID, modified",
    "Authorize, OAuthClientAuthorization, acl_modified",
    "AddPairingRole, OrganizationAuthorizationTrust, acl_modified",
    "Revoke, AccessToken, acl_modified",
    "Reassign, Workitem, modified",
    "Create, Role, created",
    "DeleteAll, AccessToken, deleted",
    "View, OAuthClient, read",
    "Update, OrganizationSettings, modified",
  })
  void membersOfRolesGetRightsAndMembersOfQueuesGetCalls(
      String action, String entityType, String wanted) throws BadRecordException {
    String body = "{\"action\":\"%s\",\"entityType\":\"%s\"}".formatted(action, entityType);

    Flat flat = Flat.usual();
    assertThat(flat.fields(Flat.event(AUDIT, body)).path("action").asText()).isEqualTo(wanted);
    assertThat(flat.fields(Flat.event(AUDIT, body)).path("action").asText())
        .as("the second time")
        .isEqualTo(wanted);
  }

  @Test
  void whatNobodyDidThePlatformDid() throws BadRecordException {
    String nobody =
        """
        {"action":"MemberRemove","entityType":"Queue","level":"SYSTEM","username":{"id":""},
         "clientId":{}}""";

    assertThat(user(nobody)).isEqualTo("system");
    assertThat(message(nobody)).startsWith("The platform performed MemberRemove on Queue");
  }

  @Test
  void whomTheAuditNamesDidItAndWhomItDoesNotIsUnknown() throws BadRecordException {
    String somebody = "{\"action\":\"Update\",\"level\":\"SYSTEM\",\"clientId\":{\"id\":\"c-1\"}}";
    String unnamed = "{\"action\":\"Update\",\"level\":\"USER\"}";

    assertThat(user(somebody)).isEqualTo("c-1");
    assertThat(message(somebody)).startsWith("c-1 performed Update");
    assertThat(user(unnamed)).isEqualTo("unknown");
    assertThat(message(unnamed)).startsWith("unknown performed Update");
  }

  private static String user(String body) throws BadRecordException {
    return Flat.usual().fields(Flat.event(AUDIT, body)).path("user").asText();
  }

  private static String message(String body) throws BadRecordException {
    return Flat.with(new PrivacyRules(Map.of(), false), new DatadogEnvelope())
        .record(Flat.event(AUDIT, body))
        .path("message")
        .asText();
  }
}
