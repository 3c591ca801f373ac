package com.spokefleet.siem.install.http;

/**
 * A request to an API.
 *
 * @param path with its query, both encoded
 * @param repeatable whether carrying it out twice is as good as once
 * @param purpose what it is for, in words that follow "Cannot"
 */
public record RestRequest(
    String method,
    String path,
    String contentType,
    String body,
    boolean repeatable,
    String purpose) {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  public static RestRequest get(String path, String purpose) {
    return new RestRequest("GET", path, JSON, "", true, purpose);
  }

  public static RestRequest delete(String path, String purpose) {
    return new RestRequest("DELETE", path, JSON, "", true, purpose);
  }

  /** Replaces what is there. */
  public static RestRequest put(String path, String json, String purpose) {
    return new RestRequest("PUT", path, JSON, json, true, purpose);
  }

  /** Makes something new, so that twice is too often. */
  public static RestRequest create(String path, String json, String purpose) {
    return new RestRequest("POST", path, JSON, json, false, purpose);
  }

  /** A form. */
  public static RestRequest form(String path, String form, boolean repeatable, String purpose) {
    return new RestRequest("POST", path, FORM, form, repeatable, purpose);
  }
}
