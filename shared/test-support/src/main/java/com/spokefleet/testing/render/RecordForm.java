package com.spokefleet.testing.render;

/** In which of the API's two forms a conversation record is written. */
public enum RecordForm {
  /** As the synchronous query returns it. */
  WITHOUT_ATTRIBUTES,
  /** As jobs and readings by id return it: with the attributes of its participants. */
  WITH_ATTRIBUTES
}
