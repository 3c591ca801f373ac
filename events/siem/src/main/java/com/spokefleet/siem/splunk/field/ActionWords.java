package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.predicate.Predicate;
import java.util.Arrays;
import java.util.List;

/**
 * The actions of audits in the words of the model Change, for audits that did not come through the
 * transformation, which says the same; a test holds the two together.
 */
final class ActionWords {
  private record Word(String word, List<String> list) {
    String[] actions() {
      return list.toArray(String[]::new);
    }
  }

  private static final List<Word> WORDS =
      List.of(
          word("created", "Create", "Add", "Upload", "VersionCreate", "Copy"),
          word("deleted", "Remove"),
          word("read", "View", "Read", "ReadAll", "Download", "Export", "Search"),
          word("acl_modified", "AddPairingRole", "RemovePairingRole"),
          word("started", "Enable", "Activate", "Start"),
          word("stopped", "Disable", "Deactivate", "Stop"),
          word("restarted", "Cycle", "Recycle", "Restart"),
          word("unlocked", "Unlock"),
          word("lockout", "Lock"),
          word("logoff", "Logout"),
          word("cleared", "Clear"));

  private ActionWords() {}

  /**
   * The field {@code action}.
   *
   * @param action field with the action
   * @param types fields that may hold the type of the object
   */
  static DerivedField of(String action, String... types) {
    Predicate onAccess =
        new Predicate.Any(
            Arrays.stream(types)
                .map(
                    type ->
                        Conditions.is(
                            type,
                            "Role",
                            "RoleSettings",
                            "AuthUser",
                            "AuthOrganization",
                            "AccessToken",
                            "OAuthClient*",
                            "Organization*Trust"))
                .toList());
    Predicate rights =
        Conditions.is(
            action,
            "Assign",
            "Unassign",
            "Reassign",
            "Authorize",
            "Deauthorize",
            "Revoke",
            "Member*");
    DerivedField words =
        DerivedField.of("action", Value.text("modified"))
            .when(Conditions.is(action, "*Delete*", "*Purge*"), Value.text("deleted"))
            .when(Conditions.all(onAccess, rights), Value.text("acl_modified"));
    for (Word word : WORDS) {
      words = words.when(Conditions.is(action, word.actions()), Value.text(word.word()));
    }
    return words;
  }

  private static Word word(String word, String... actions) {
    return new Word(word, List.of(actions));
  }
}
