package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One object as Datadog's API takes it.
 *
 * @param id ours, unique within its kind, stable from one version to the next; marks the object
 * @param name as people see it
 * @param body of the request that creates it
 */
public record DatadogObject(DatadogKind kind, String id, String name, ObjectNode body) {
  public DatadogObject {
    body = body.deepCopy();
  }

  /** A copy, for JSON objects can be changed. */
  @Override
  public ObjectNode body() {
    return body.deepCopy();
  }
}
