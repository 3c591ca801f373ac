package com.spokefleet.events.flatten;

import com.spokefleet.events.json.ByteMap;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.org.EventOrg;
import org.jspecify.annotations.Nullable;

/** What an envelope may ask about the event whose fields were just written. */
public interface FlatEvent {
  /** Looks at bytes where they lie. */
  @FunctionalInterface
  interface BytesTest {
    boolean test(byte[] bytes, int from, int to);
  }

  EventKind kind();

  /** The template, such as {@code v2.detail.events.conversation.{id}.acw}; empty if it has none. */
  String topic();

  EventOrg org();

  /** The organisation's id by the event itself, configured or not; empty if it tells none. */
  String orgId();

  /** Who acted, of an audit; otherwise {@link ActorType#UNKNOWN}. */
  ActorType actor();

  /** Writes the organisation's id, within the quotes of a string. */
  void copyOrgId(JsonBytes out);

  /** When it happened, milliseconds since 1970. */
  long epochMilliseconds();

  /** Whether a field is there and not empty. */
  boolean has(Role role);

  /**
   * Writes the field's value as it was treated, of a string without the quotes; nothing if it is
   * not there.
   */
  void copy(Role role, JsonBytes out);

  /** Whether the field is there, and its bytes as {@link #copy} writes them pass. */
  boolean matches(Role role, BytesTest test);

  /**
   * Takes the field out of the flat ones again, once its value has another place; nothing if it is
   * not there.
   */
  void remove(Role role);

  /** The field's text; empty if it is not there. */
  String text(Role role);

  /** What the map has for the field's bytes as they stand in JSON. */
  <V> @Nullable V in(ByteMap<V> map, Role role);

  /** Adds to the map under the field's bytes. */
  <V> void into(ByteMap<V> map, Role role, V value);
}
