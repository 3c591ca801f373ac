package com.spokefleet.events.topic;

import com.spokefleet.events.topic.PersonalField.Whose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Personal fields by the kind of body. */
final class PersonalFields {
  static final List<PersonalField> NONE = List.of();

  /** {@code entity.id} is a person's where the entity is a user, a contact or a GDPR request. */
  static final List<PersonalField> AUDIT =
      List.of(
          PersonalField.pseudonym("userId", Whose.STAFF),
          PersonalField.pseudonym("username.id", Whose.STAFF),
          PersonalField.pseudonym("username.selfUri", Whose.STAFF),
          PersonalField.direct("username.name", Whose.STAFF),
          PersonalField.direct("userDisplay", Whose.STAFF),
          PersonalField.direct("remoteIp", Whose.STAFF),
          PersonalField.pseudonym("entity.id", Whose.EITHER),
          PersonalField.pseudonym("entity.selfUri", Whose.EITHER),
          PersonalField.direct("entity.name", Whose.EITHER),
          PersonalField.direct("message.message", Whose.EITHER),
          PersonalField.direct("message.messageWithParams", Whose.EITHER),
          PersonalField.direct("message.messageParams", Whose.EITHER),
          PersonalField.direct("propertyChanges.oldValues", Whose.EITHER),
          PersonalField.direct("propertyChanges.newValues", Whose.EITHER),
          PersonalField.direct("context", Whose.EITHER));

  static final List<PersonalField> OPERATIONS_EVENT =
      List.of(
          PersonalField.pseudonym("entityId", Whose.EITHER),
          PersonalField.pseudonym("entityToken", Whose.EITHER),
          PersonalField.direct("entityName", Whose.EITHER),
          PersonalField.direct("previousValue", Whose.EITHER),
          PersonalField.direct("currentValue", Whose.EITHER));

  /** Both sides speak in it, but one of them is the customer. */
  static final List<PersonalField> TRANSCRIPTION =
      List.of(PersonalField.direct("transcripts", Whose.CUSTOMER));

  static final List<PersonalField> AGENT =
      List.of(
          PersonalField.pseudonym("id", Whose.STAFF),
          PersonalField.pseudonym("userId", Whose.STAFF),
          PersonalField.direct("message", Whose.STAFF),
          PersonalField.direct("geolocation", Whose.STAFF));

  /** Whole conversations with all who took part. */
  static final List<PersonalField> CONVERSATION =
      List.of(
          PersonalField.direct("participants", Whose.CUSTOMER),
          PersonalField.direct("address", Whose.CUSTOMER));

  /**
   * In any event of a conversation, also where the published model of the topic does not name it: a
   * field too many hides nothing, one too few shows a customer.
   */
  static final List<PersonalField> DETAIL =
      List.of(
          PersonalField.direct("ani", Whose.CUSTOMER),
          PersonalField.direct("dnis", Whose.CUSTOMER),
          PersonalField.direct("addressTo", Whose.CUSTOMER),
          PersonalField.direct("addressFrom", Whose.CUSTOMER),
          PersonalField.direct("callbackUserName", Whose.CUSTOMER),
          PersonalField.direct("callbackNumbers", Whose.CUSTOMER),
          PersonalField.direct("subject", Whose.CUSTOMER),
          PersonalField.direct("wrapupNotes", Whose.CUSTOMER),
          PersonalField.direct("attributes", Whose.CUSTOMER),
          PersonalField.direct("journeyContext", Whose.CUSTOMER),
          PersonalField.pseudonym("externalContactId", Whose.CUSTOMER),
          PersonalField.pseudonym("externalOrganizationId", Whose.CUSTOMER),
          PersonalField.pseudonym("conversationExternalContactIds", Whose.CUSTOMER),
          PersonalField.pseudonym("conversationExternalOrganizationIds", Whose.CUSTOMER),
          PersonalField.pseudonym("outboundContactId", Whose.CUSTOMER),
          PersonalField.pseudonym("userId", Whose.STAFF),
          PersonalField.pseudonym("answeredUserId", Whose.STAFF),
          PersonalField.pseudonym("requestedRoutingUserIds", Whose.STAFF));

  private PersonalFields() {}

  /** Each path once: every field that is personal in an event of any known topic. */
  static List<PersonalField> ofAnyTopic() {
    Map<String, PersonalField> byPath = new LinkedHashMap<>();
    for (List<PersonalField> fields :
        List.of(DETAIL, AUDIT, TRANSCRIPTION, CONVERSATION, OPERATIONS_EVENT, AGENT)) {
      for (PersonalField field : fields) {
        byPath.putIfAbsent(field.path(), field);
      }
    }
    return List.copyOf(byPath.values());
  }
}
