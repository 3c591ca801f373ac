package com.spokefleet.events.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.splunk.field.DerivedField;
import com.spokefleet.siem.splunk.field.SearchTimeFields;
import com.spokefleet.siem.splunk.field.SourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An audit is called the same whether it was streamed or polled. */
class ActionWordsTest {
  private static final List<String> TYPES =
      List.of(
          "Role",
          "AuthUser",
          "OAuthClient",
          "OAuthClientAuthorization",
          "OrganizationAuthorizationTrust",
          "Organization",
          "AccessToken",
          "Queue",
          "Recording");
  private static final List<String> ACTIONS =
      List.of(
          ("View Create Update Delete Move Copy Download ShareAdd VersionCreate TagAdd Add Remove"
                  + " MemberAdd MemberUpdate MemberRemove Authorize Deauthorize ChangePassword"
                  + " Revoke Activate Deactivate Publish Upload Read ReadAll Search Export Rotate"
                  + " DeleteAll Reassign Assign Unassign Reset Purge Enable Disable Recycle Cycle"
                  + " Restart Start Stop Lock Unlock Logout Clear IpAllowlistClear AddPairingRole"
                  + " RemovePairingRole HardDelete SoftDelete EnableCapture SomethingNew")
              .split(" "));

  @Test
  void theSameWordEitherWay() {
    DerivedField action =
        SearchTimeFields.of(SourceType.POLLED_AUDIT).stream()
            .filter(field -> field.name().equals("action"))
            .findFirst()
            .orElseThrow();
    for (String type : TYPES) {
      for (String what : ACTIONS) {
        Map<String, String> polled = Map.of("action", what, "entity_type", type);
        assertThat(
                action.in(
                    field ->
                        polled.containsKey(field)
                            ? List.of(String.valueOf(polled.get(field)))
                            : List.of()))
            .as("%s of %s", what, type)
            .containsExactly(CimAction.of(what, CimAction.isAboutAccess(type)));
      }
    }
  }
}
