package com.spokefleet.config.event;

import com.spokefleet.config.Destination;
import com.spokefleet.config.EventFieldRule;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Latency;
import com.spokefleet.config.PiiField;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.TransformSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules and the transformation of events have to know of a fleet. */
public final class FleetEvents {
  private FleetEvents() {}

  /** The org's event bus, whose rules follow from it; empty if no events are taken from the org. */
  public static Optional<OrgBus> bus(Spoke spoke) {
    return spoke
        .eventSource()
        .map(
            source ->
                new OrgBus(
                    source,
                    spoke.residency() == Residency.METRICS_ONLY,
                    spoke.latency() == Latency.IMMEDIATE));
  }

  /** Settings of the function that transforms one org's events for one destination. */
  public static TransformSettings settings(Spoke spoke, Destination destination) {
    return new TransformSettings(
        destination(destination), List.of(org(spoke)), spoke.eventPrivacy().hashKey());
  }

  /** All orgs of the fleet. */
  public static List<EventOrg> orgs(Fleet fleet) {
    return fleet.spokes().stream().map(FleetEvents::org).toList();
  }

  public static DestinationSettings destination(Destination destination) {
    return switch (destination) {
      case Destination.Splunk splunk ->
          new DestinationSettings.Splunk(splunk.name(), splunk.index());
      case Destination.Datadog datadog -> new DestinationSettings.Datadog(datadog.name());
    };
  }

  private static EventOrg org(Spoke spoke) {
    boolean metricsOnly = spoke.residency() == Residency.METRICS_ONLY;
    return new EventOrg(
        spoke.orgId(),
        spoke.name(),
        spoke.businessRegion(),
        new PrivacyRules(rules(spoke), metricsOnly));
  }

  /** What may be stored may be sent; a rule about the very field counts more. */
  private static Map<String, Treatment> rules(Spoke spoke) {
    Map<String, Treatment> rules = new HashMap<>();
    for (PiiField allowed : spoke.allowedPii()) {
      names(allowed).forEach(name -> rules.put(name, Treatment.KEEP));
    }
    spoke.eventPrivacy().fields().forEach((name, rule) -> rules.put(name, treatment(rule)));
    return rules;
  }

  private static Treatment treatment(EventFieldRule rule) {
    return switch (rule) {
      case KEEP -> Treatment.KEEP;
      case HASH -> Treatment.HASH;
      case REMOVE -> Treatment.REMOVE;
    };
  }

  /** The field's names in events; of audits none, as a SIEM is told of staff anyway. */
  private static List<String> names(PiiField field) {
    return switch (field) {
      case ANI -> List.of("ani");
      case DNIS -> List.of("dnis");
      case SESSION_DNIS -> List.of("session_dnis");
      case ADDRESS_FROM -> List.of("address_from", "from_address");
      case ADDRESS_TO -> List.of("address_to", "to_address");
      case ADDRESS_SELF -> List.of("address_self");
      case ADDRESS_OTHER -> List.of("address_other");
      case REMOTE -> List.of("remote", "remote_name");
      case PARTICIPANT_NAME -> List.of("participant_name");
      case CALLBACK_NUMBERS -> List.of("callback_numbers");
      case CALLBACK_USER_NAME -> List.of("callback_user_name");
      case SUBJECT -> List.of("subject");
      case WRAP_UP_NOTE -> List.of("wrapup_notes");
      case FLOW_ENTRY_REASON -> List.of("flow_entry_reason");
      case FLOW_TRANSFER_TARGET_ADDRESS -> List.of("flow_transfer_target_address");
      case EXTERNAL_CONTACT_ID ->
          List.of("external_contact_id", "conversation_external_contact_ids");
      case EXTERNAL_ORGANIZATION_ID ->
          List.of("external_organization_id", "conversation_external_organization_ids");
      case OUTBOUND_CONTACT_ID -> List.of("outbound_contact_id");
      case EXTERNAL_TAG -> List.of("external_tag");
      case AUDIT_USER_NAME,
          AUDIT_REMOTE_IP,
          AUDIT_ENTITY_NAME,
          AUDIT_PROPERTY_VALUES,
          AUDIT_CONTEXT ->
          List.of();
    };
  }
}
