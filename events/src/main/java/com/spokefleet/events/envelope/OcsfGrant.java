package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import java.util.Arrays;
import java.util.List;

/**
 * Who got or lost what, by the values that an audit says changed. The names of those properties are
 * inferred; of others nothing is found, and the audit stays the management of an entity.
 */
final class OcsfGrant {
  private static final List<String> MEMBERS =
      List.of("members", "memberIds", "member", "memberId", "users", "userIds", "user", "userId");
  private static final List<String> ROLES =
      List.of("roles", "roleIds", "role", "roleId", "permissions", "permissionPolicies");

  private final FlatEvent.BytesTest finding = this::find;
  private List<String> properties = List.of();
  private int[] places = new int[16];
  private int found;

  /** Finds the users of a role that changed; true if it is one. */
  boolean member(FlatEvent event, boolean assigned) {
    return find(event, MEMBERS, assigned) && found == 1;
  }

  /** Finds the privileges of a user that changed. */
  boolean privileges(FlatEvent event, boolean assigned) {
    return find(event, ROLES, assigned);
  }

  /** Writes what was found, each as a string, separated by commas. */
  void write(JsonBytes out) {
    for (int at = 0; at < found; at++) {
      if (at > 0) {
        out.put(',');
      }
      out.put('"');
      out.repeat(places[2 * at], places[2 * at + 1]);
      out.put('"');
    }
  }

  private boolean find(FlatEvent event, List<String> wanted, boolean assigned) {
    properties = wanted;
    found = 0;
    return event.matches(assigned ? Role.NEW_VALUES : Role.OLD_VALUES, finding);
  }

  /** Looks through {@code ["property=value",…]}. */
  private boolean find(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (bytes[at] != '"') {
        at++;
        continue;
      }
      int equals = -1;
      int end = at + 1;
      while (bytes[end] != '"') {
        if (bytes[end] == '=' && equals < 0) {
          equals = end;
        }
        end += bytes[end] == '\\' ? 2 : 1;
      }
      if (equals >= 0 && equals + 1 < end && isWanted(bytes, at + 1, equals)) {
        add(equals + 1, end);
      }
      at = end + 1;
    }
    return found > 0;
  }

  private boolean isWanted(byte[] bytes, int from, int to) {
    for (int at = 0; at < properties.size(); at++) {
      if (JsonStrings.are(bytes, from, to, properties.get(at))) {
        return true;
      }
    }
    return false;
  }

  private void add(int from, int to) {
    if (2 * found == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[2 * found] = from;
    places[2 * found + 1] = to;
    found++;
  }
}
