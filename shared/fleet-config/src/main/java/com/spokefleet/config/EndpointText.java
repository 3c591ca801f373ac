package com.spokefleet.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** Addresses of hosts: https, or http where the host is this very machine. */
final class EndpointText {
  static final Scalar<URI> TYPE =
      Scalar.text(Map.of("pattern", "^https?://[^\\s?#]+$"), EndpointText::parse);

  private EndpointText() {}

  private static URI parse(String text) throws InvalidValueException {
    URI address;
    try {
      address = new URI(text.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw notAnAddress();
    }
    if (address.getRawQuery() != null) {
      throw notAnAddress();
    }
    requireSafe(address);
    return address;
  }

  /** Holds for addresses with a query, too. */
  static void requireSafe(URI address) throws InvalidValueException {
    String scheme = address.getScheme() == null ? "" : address.getScheme();
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw notAnAddress();
    }
    if (address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null) {
      throw notAnAddress();
    }
    if (scheme.equals("http") && !isLoopback(address.getHost())) {
      throw new InvalidValueException("must use https; http is for this machine only");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static InvalidValueException notAnAddress() {
    return new InvalidValueException(
        "must be an address such as https://api.example.com, without user, query or fragment");
  }
}
