package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;

/** Errors in the platform's documented body. */
final class ErrorReplies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTEXT = "23523726-431d-49d6-94e4-ddff2e5f0001";

  private ErrorReplies() {}

  static Reply badRequest(String message) {
    return of(400, "bad.request", message);
  }

  static Reply badCredentials() {
    return of(401, "bad.credentials", "Invalid login credentials.");
  }

  static Reply forbidden(Endpoint endpoint) {
    return of(
        403,
        "missing.any.permissions",
        "Unable to perform the requested action. You must have at least one of the following"
            + " permissions assigned: ["
            + endpoint.permission()
            + "]");
  }

  static Reply notFound(String path) {
    return of(404, "not.found", "The requested resource was not found: " + path);
  }

  static Reply unavailable(int status) {
    String code =
        switch (status) {
          case 500 -> "internal.server.error";
          case 502 -> "bad.gateway";
          case 503 -> "service.unavailable";
          default -> "gateway.timeout";
        };
    return of(status, code, "The server could not complete the request.");
  }

  /** 429 without {@code Retry-After}; the message never says how long. */
  static Reply tooManyRequests(int allowed) {
    ObjectNode body =
        body(
            429,
            "too.many.requests",
            "Rate limit exceeded the maximum [" + allowed + "] requests within [60] seconds");
    return reply(429, limit(body, allowed));
  }

  /** 429 that says when to come back. */
  static Reply tooManyRequests(int allowed, String retryAfter, long seconds) {
    ObjectNode body =
        body(
            429,
            "too.many.requests.retry.after",
            "Rate limit exceeded the maximum. Retry the request in [" + seconds + "] seconds");
    return reply(429, limit(body, allowed)).with("Retry-After", retryAfter);
  }

  /** 429 because of too many jobs at work: no rate, so nothing says when to come back. */
  static Reply tooManyJobs(int allowed) {
    ObjectNode body =
        body(
            429,
            "too.many.requests",
            "The maximum of [" + allowed + "] concurrent jobs is reached");
    body.putObject("limit")
        .put("key", "details.jobs.concurrent.access.max")
        .put("namespace", "analytics")
        .put("value", allowed);
    return reply(429, body);
  }

  /** The sign-in service has error bodies of its own, after RFC 6749. */
  static Reply signInFailed(int status, String error, String description) {
    ObjectNode body = JSON.createObjectNode();
    body.put("error", error).put("description", description).put("error_description", description);
    return reply(status, body);
  }

  private static ObjectNode limit(ObjectNode body, int allowed) {
    body.putObject("limit")
        .put("key", "client.credentials.token.rate.per.minute")
        .put("namespace", "platform.api")
        .put("value", allowed);
    return body;
  }

  private static Reply of(int status, String code, String message) {
    return reply(status, body(status, code, message));
  }

  private static ObjectNode body(int status, String code, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("message", message).put("code", code).put("status", status).put("contextId", CONTEXT);
    body.putArray("details");
    body.putArray("errors");
    return body;
  }

  private static Reply reply(int status, ObjectNode body) {
    return Reply.json(status, body.toString());
  }
}
