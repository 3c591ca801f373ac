package com.spokefleet.genesys.configuration;

import java.util.Map;

/** What the loopback org answers to one request. */
public record Answer(int status, String body, Map<String, String> headers) {
  public static Answer json(String body) {
    return status(200, body);
  }

  public static Answer status(int status, String body) {
    return new Answer(status, body, Map.of("Content-Type", "application/json"));
  }

  public static Answer denied(String permission) {
    return status(
        403,
        """
        {"message":"Unable to perform the requested action. You are missing the following permission(s): %1$s",
         "code":"missing.permissions","status":403,"messageParams":{"permissions":"%1$s"}}\
        """
            .formatted(permission));
  }
}
