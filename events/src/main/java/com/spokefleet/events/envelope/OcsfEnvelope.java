package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;

/**
 * An event of the Open Cybersecurity Schema Framework, release 1.8.0. Audits become Entity
 * Management, or Account Change, Authentication or User Access Management where they tell all that
 * such a class demands; an audit without an entity, and every other event, is a Base Event, since
 * no class is made for it. Flat fields for which the schema has a place stand there, all others
 * under {@code unmapped}, none in both.
 */
public final class OcsfEnvelope implements Envelope {
  private static final String UNMAPPED = "{\"unmapped\":{";

  /** Only so that the object has a member; the product is told by the metadata. */
  private static final String FIRST = "\"vendor_product\":\"Genesys Cloud\"";

  private final OcsfActivities activities = new OcsfActivities();
  private final OcsfObjects objects = new OcsfObjects();
  private final OcsfGrant grant = new OcsfGrant();
  private int begin;

  @Override
  public void begin(JsonBytes out) {
    begin = out.length();
    out.ascii(UNMAPPED);
    out.ascii(FIRST);
  }

  @Override
  public void end(JsonBytes out, FlatEvent event) {
    objects.begin();
    out.put('}');
    if (event.kind() == EventKind.AUDIT) {
      audit(out, event);
    } else {
      OcsfActivities.NO_AUDIT.write(out);
      out.ascii(",\"activity_name\":\"");
      TopicNames.write(event, out);
      out.put('"');
      objects.metadata(out, event, Role.EVENT_ID);
    }
    out.ascii(",\"time\":");
    out.number(event.epochMilliseconds());
    out.ascii(",\"message\":\"");
    EventSentence.write(out, event);
    out.ascii("\"}");
    objects.removePlaced(event);
    int first = begin + UNMAPPED.length();
    out.remove(first, first + FIRST.length() + 1);
  }

  private void audit(JsonBytes out, FlatEvent event) {
    OcsfEntity entity = activities.entity(event);
    OcsfActivity activity = activity(event, entity);
    activity.write(out);
    if (activity.isOther()) {
      out.ascii(",\"activity_name\":\"");
      event.copy(Role.ACTION, out);
      out.put('"');
    }
    status(out, event);
    objects.metadata(out, event, event.has(Role.AUDIT_ID) ? Role.AUDIT_ID : Role.EVENT_ID);
    switch (activity.ocsfClass()) {
      case BASE_EVENT -> {
        return;
      }
      case ENTITY_MANAGEMENT -> objects.entity(out, event, entity);
      case ACCOUNT_CHANGE -> objects.user(out, event);
      case AUTHENTICATION -> {
        objects.user(out, event);
        out.ascii(",\"service\":{\"name\":\"Genesys Cloud\"}");
      }
      case USER_ACCESS -> access(out, event, entity);
    }
    objects.actor(out, event);
    objects.source(out, event);
  }

  /** The most telling class whose required attributes the event has. */
  private OcsfActivity activity(FlatEvent event, OcsfEntity entity) {
    OcsfActivities.Choice choice = activities.of(entity, event);
    if (!event.has(Role.ENTITY_ID) && !event.has(Role.ENTITY_NAME)) {
      return choice.base();
    }
    OcsfActivity special = choice.special();
    if (special == null) {
      return choice.managed();
    }
    boolean told =
        special.ocsfClass() != OcsfClass.USER_ACCESS
            || (entity == OcsfEntity.ROLE
                ? grant.member(event, special.assigns())
                : grant.privileges(event, special.assigns()));
    return told ? special : choice.managed();
  }

  private void access(JsonBytes out, FlatEvent event, OcsfEntity entity) {
    if (entity == OcsfEntity.ROLE) {
      objects.member(out, event, grant);
    } else {
      objects.user(out, event);
      out.ascii(",\"privileges\":[");
      grant.write(out);
      out.put(']');
    }
  }

  /** Unknown if the audit does not tell, as hardly any does. */
  private void status(JsonBytes out, FlatEvent event) {
    if (!event.has(Role.STATUS)) {
      out.ascii(",\"status_id\":0,\"status\":\"Unknown\"");
      return;
    }
    if (event.matches(Role.STATUS, OcsfEnvelope::isSuccess)) {
      out.ascii(",\"status_id\":1,\"status\":\"Success\"");
    } else if (event.matches(Role.STATUS, OcsfEnvelope::isFailure)) {
      out.ascii(",\"status_id\":2,\"status\":\"Failure\"");
    } else {
      out.ascii(",\"status_id\":99,\"status\":\"");
      event.copy(Role.STATUS, out);
      out.put('"');
    }
    objects.place(out, ",\"status_code\":\"", event, Role.STATUS, "\"");
  }

  private static boolean isSuccess(byte[] bytes, int from, int to) {
    return JsonStrings.areInAnyCase(bytes, from, to, "SUCCESS");
  }

  private static boolean isFailure(byte[] bytes, int from, int to) {
    return JsonStrings.areInAnyCase(bytes, from, to, "FAILURE");
  }
}
