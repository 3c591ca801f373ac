package com.spokefleet.siem.splunk.field;

import java.util.List;

/** What streamed audits lack: they come with the fields of the model Change. */
final class AuditFields {
  /** Their {@code user} is the account that was changed, as the model wants it. */
  static final String ACCOUNTS = "entity_type in (User, AuthUser, OAuthClient)";

  static final String SIGN_IN = "entity_type = AuthUser and vendor_action = Authenticate";

  private AuditFields() {}

  static List<DerivedField> streamed() {
    return List.of(
        DerivedField.of("genesys_identity", Value.first("audit_id", "event_id")),
        DerivedField.of("app", Value.text("Genesys Cloud")),
        DerivedField.of("actor_name", Value.first("user_name", "user_display")),
        DerivedField.of("src_user", Value.first("user")),
        DerivedField.of("user", Value.first("user"))
            .when(ACCOUNTS, Value.first("entity_name", "entity_id", "user")),
        DerivedField.of("action", Value.first("action"))
            .when(SIGN_IN + " and status = failure", Value.text("failure"))
            .when(SIGN_IN, Value.text("success")));
  }

  static List<DerivedField> polled() {
    return PolledAuditFields.all();
  }
}
