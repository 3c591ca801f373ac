package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a processor's reply as documented: whoever does not keep the contract fails the batch. */
sealed interface ProcessorReply {
  /** Every record of the batch, once. */
  record Kept(List<StreamRecord> ok, List<StreamRecord> dropped, List<StreamRecord> failed)
      implements ProcessorReply {}

  record Broken(String code, String message) implements ProcessorReply {}

  /** What a function invoked synchronously may answer. */
  int LARGEST = 6 * 1024 * 1024;

  ObjectMapper JSON = new ObjectMapper();

  static ProcessorReply check(byte[] reply, List<StreamRecord> batch) {
    if (reply.length > LARGEST) {
      return new Broken(
          "Lambda.FunctionError", "Response payload size exceeded maximum allowed payload size");
    }
    JsonNode answers;
    try {
      answers = JSON.readTree(reply).path("records");
    } catch (IOException malformed) {
      return new Broken("Lambda.JsonProcessingException", "The reply is no JSON");
    }
    if (!answers.isArray()) {
      return new Broken("Lambda.JsonProcessingException", "The reply has no records");
    }
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode answer : answers) {
      if (byId.put(answer.path("recordId").asText(), answer) != null) {
        return new Broken("Lambda.DuplicatedRecordId", "A record ID came back twice");
      }
    }
    return match(byId, batch);
  }

  private static ProcessorReply match(Map<String, JsonNode> answers, List<StreamRecord> batch) {
    Kept kept = new Kept(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (StreamRecord record : batch) {
      JsonNode answer = answers.get(record.recordId());
      if (answer == null || answers.size() != batch.size()) {
        return new Broken("Lambda.MissingRecordId", "The record IDs are not those of the batch");
      }
      String result = answer.path("result").asText();
      try {
        switch (result) {
          case "Ok" -> kept.ok().add(record.transformed(data(answer)));
          case "Dropped" -> kept.dropped().add(record);
          case "ProcessingFailed" -> kept.failed().add(record);
          default -> throw new IllegalArgumentException("no result: " + result);
        }
      } catch (IllegalArgumentException malformed) {
        return new Broken("Lambda.JsonProcessingException", String.valueOf(malformed.getMessage()));
      }
    }
    return kept;
  }

  private static byte[] data(JsonNode answer) {
    if (!answer.path("data").isTextual()) {
      throw new IllegalArgumentException("Ok without data");
    }
    return Base64.getDecoder().decode(answer.path("data").asText());
  }
}
