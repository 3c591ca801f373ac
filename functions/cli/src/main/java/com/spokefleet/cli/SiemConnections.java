package com.spokefleet.cli;

import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.siem.install.http.Pause;
import com.spokefleet.siem.install.http.RestClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How SIEMs are reached. */
public final class SiemConnections {
  private final SecretStore secrets;
  private final RandomGenerator random;
  private final Pause pause;
  private final HttpClient client = RestClient.newClient();

  SiemConnections(SecretStore secrets, RandomGenerator random, Pause pause) {
    this.secrets = secrets;
    this.random = random;
    this.pause = pause;
  }

  /** A token or key that a reference leads to. */
  public String secret(String reference, String field) {
    return secrets.token(reference, field);
  }

  public RestClient datadog(URI url, String apiKey, String applicationKey) {
    return client(url, Map.of("DD-API-KEY", apiKey, "DD-APPLICATION-KEY", applicationKey));
  }

  public RestClient splunk(URI url, String token) {
    return client(url, Map.of("Authorization", "Bearer " + token));
  }

  private RestClient client(URI url, Map<String, String> headers) {
    return new RestClient(client, url, () -> headers, random, pause);
  }
}
