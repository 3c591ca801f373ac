package com.spokefleet.siem.lookup;

import com.spokefleet.siem.predicate.FieldValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to an event what SIEMs look up: {@link #PRIVILEGED_OBJECT}, {@link #PRIVILEGED_ACTOR} and
 * {@link #ACTOR_NAME}. What an event of an unknown org, or without the ids, has no answer to is
 * missing.
 */
public final class Enrichment {
  /** Name of the privileged thing that the audit is about. */
  public static final String PRIVILEGED_OBJECT = "privileged_object";

  /** Name of the privileged user or OAuth client that did it. */
  public static final String PRIVILEGED_ACTOR = "privileged_actor";

  /** What the actor is called: as the event says, else as the lake knows, else the id. */
  public static final String ACTOR_NAME = "actor_name";

  private record Key(String orgId, String id) {}

  private final Map<Key, String> privileged = new HashMap<>();
  private final Map<Key, String> users = new HashMap<>();

  public Enrichment(Lookups lookups) {
    for (Privileged object : lookups.privileged()) {
      privileged.put(new Key(object.orgId(), object.id()), object.name());
    }
    for (UserName user : lookups.users()) {
      users.put(new Key(user.orgId(), user.userId()), user.name());
    }
  }

  /** The event with the looked-up fields, which are looked up each time they are asked for. */
  public FieldValues of(FieldValues event) {
    return field ->
        switch (field) {
          case PRIVILEGED_OBJECT -> found(event, privileged, "entity_id").stream().toList();
          case PRIVILEGED_ACTOR ->
              found(event, privileged, "actor_id")
                  .or(() -> found(event, privileged, "client_id"))
                  .stream()
                  .toList();
          case ACTOR_NAME -> actorName(event).stream().toList();
          default -> event.of(field);
        };
  }

  private Optional<String> actorName(FieldValues event) {
    return first(event, "user_name")
        .or(() -> first(event, "user_display"))
        .or(() -> found(event, users, "actor_id"))
        .or(() -> first(event, "actor_id"));
  }

  private static Optional<String> found(FieldValues event, Map<Key, String> names, String idField) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return first(event, "org_id")
        .flatMap(
            org ->
                first(event, idField)
                    .flatMap(id -> Optional.ofNullable(names.get(new Key(org, id)))));
  }

  private static Optional<String> first(FieldValues event, String field) {
    List<String> values = event.of(field);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }
}
