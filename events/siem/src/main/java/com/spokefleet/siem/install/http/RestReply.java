package com.spokefleet.siem.install.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a request was answered with. */
public record RestReply(int status, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The body; missing if it is no JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }
}
