package com.spokefleet.config;

import java.net.URI;

/**
 * One region of Genesys Cloud, known by the AWS region it runs in; the domain decides every host
 * name.
 */
public record GenesysRegion(String awsRegion, String domain, String displayName) {
  public URI api() {
    return URI.create("https://api." + domain);
  }

  public URI login() {
    return URI.create("https://login." + domain);
  }

  public URI apps() {
    return URI.create("https://apps." + domain);
  }
}
