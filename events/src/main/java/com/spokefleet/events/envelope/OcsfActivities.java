package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.ByteMap;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What audits become; worked out once for each type of entity and action. */
final class OcsfActivities {
  /**
   * @param special of a class for just this, if the event has what that demands
   * @param managed the same as the management of an entity
   * @param base the same if not even an entity is told
   */
  record Choice(@Nullable OcsfActivity special, OcsfActivity managed, OcsfActivity base) {}

  /** For events that are no audits. */
  static final OcsfActivity NO_AUDIT =
      new OcsfActivity(OcsfClass.BASE_EVENT, OcsfActivity.OTHER, "");

  private static final int MOST = 1_024;

  private final ByteMap<OcsfEntity> entities = new ByteMap<>();
  private final Map<OcsfEntity, ByteMap<Choice>> choices = new EnumMap<>(OcsfEntity.class);
  private final Map<OcsfEntity, Choice> withoutAction = new EnumMap<>(OcsfEntity.class);

  OcsfActivities() {
    for (OcsfEntity entity : OcsfEntity.values()) {
      choices.put(entity, new ByteMap<>());
      withoutAction.put(entity, choice(entity, ""));
    }
  }

  OcsfEntity entity(FlatEvent event) {
    OcsfEntity known = event.in(entities, Role.ENTITY_TYPE);
    if (known == null) {
      known = OcsfEntity.of(event.text(Role.ENTITY_TYPE));
      if (event.has(Role.ENTITY_TYPE) && entities.size() < MOST) {
        event.into(entities, Role.ENTITY_TYPE, known);
      }
    }
    return known;
  }

  Choice of(OcsfEntity entity, FlatEvent event) {
    if (!event.has(Role.ACTION)) {
      return Objects.requireNonNull(withoutAction.get(entity), "every entity has one");
    }
    ByteMap<Choice> ofEntity =
        Objects.requireNonNull(choices.get(entity), "every entity has a map");
    Choice known = event.in(ofEntity, Role.ACTION);
    if (known == null) {
      known = choice(entity, event.text(Role.ACTION));
      if (ofEntity.size() < MOST) {
        event.into(ofEntity, Role.ACTION, known);
      }
    }
    return known;
  }

  private static Choice choice(OcsfEntity entity, String action) {
    int base = action.isEmpty() ? OcsfActivity.UNKNOWN : OcsfActivity.OTHER;
    return new Choice(
        OcsfActions.special(entity, action),
        OcsfActions.managed(action),
        new OcsfActivity(OcsfClass.BASE_EVENT, base, "Unknown"));
  }
}
