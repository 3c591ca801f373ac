package com.spokefleet.benchmark.fleet;

import com.spokefleet.testing.FakeOrg;
import java.net.URI;

/**
 * Where a fake org is served and how to sign in there; plain values, so that another process can be
 * told.
 */
public record ServedOrg(String orgId, URI address, String clientId, String clientSecret) {

  public static ServedOrg of(FakeOrg org) {
    return new ServedOrg(org.orgId(), org.api(), org.clientId(), org.clientSecret());
  }

  /** The inverse of {@link #line}. */
  public static ServedOrg parse(String line) {
    String[] parts = line.split(" ", -1);
    return new ServedOrg(parts[0], URI.create(parts[1]), parts[2], parts[3]);
  }

  /** One line without a line break. */
  public String line() {
    return String.join(" ", orgId, address.toString(), clientId, clientSecret);
  }
}
