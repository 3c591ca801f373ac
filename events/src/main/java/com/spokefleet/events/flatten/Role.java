package com.spokefleet.events.flatten;

/** What a field is to an envelope, whatever its name. */
public enum Role {
  NONE,
  /** Beside the detail, and EventBridge is not known to put it there. */
  UNLISTED,

  DETAIL,
  EVENT_BODY,
  MESSAGE_TYPE,

  EVENT_ID,
  AUDIT_ID,
  CORRELATION_ID,
  ORG_ID,
  TOPIC,
  TOPIC_NAME,
  SOURCE,
  REGION,
  BUS_TIME,
  PUBLISHED_AT,
  EVENT_TIME,
  /** When it happened, as it is written whatever it was taken from. */
  MOMENT,

  ACTION,
  SERVICE_NAME,
  ENTITY_TYPE,
  ENTITY_ID,
  ENTITY_NAME,
  USER_ID,
  USER_NAME,
  USER_DISPLAY,
  USER_HOME_ORG_ID,
  CLIENT_ID,
  REMOTE_IP,
  SOURCE_IP,
  PROPERTY_CHANGES,
  CHANGED_PROPERTIES,
  OLD_VALUES,
  NEW_VALUES,
  LEVEL,
  STATUS,

  CONVERSATION_ID,
  MEDIA_TYPE,
  DIRECTION,
  DISCONNECT_TYPE,
  QUEUE_ID,

  OPERATION_ID,
  OPERATION_NAME,

  EDGE_ID,
  EDGE_NAME,
  PROCESSORS,
  MEMORY,
  DISKS,
  NETWORKS
}
