package com.spokefleet.testing;

import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.server.OrgServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several fake Genesys Cloud organisations, each on a loopback port of its own as each real one is
 * in a region of its own. Deterministic: alike settings, clock and requests give the same bytes.
 * Thread-safe; closing stops all servers.
 */
public final class FakeGenesysCloud implements AutoCloseable {
  private final Map<String, FakeOrg> orgs = new LinkedHashMap<>();

  private FakeGenesysCloud() {}

  /** Starts one server per organisation. The clock decides what has happened so far. */
  public static FakeGenesysCloud start(List<FakeOrgSettings> settings, Clock clock) {
    // Without it a reply in two packets waits for a delayed acknowledgement, 40 ms each.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    FakeGenesysCloud cloud = new FakeGenesysCloud();
    try {
      for (FakeOrgSettings org : settings) {
        cloud.orgs.put(org.name(), new FakeOrg(new OrgServer(org, clock)));
      }
      return cloud;
    } catch (IOException failure) {
      cloud.close();
      throw new UncheckedIOException("Cannot start the fake Genesys Cloud", failure);
    }
  }

  public FakeOrg org(String name) {
    FakeOrg org = orgs.get(name);
    if (org == null) {
      throw new IllegalArgumentException("Cannot find org " + name + " among " + orgs.keySet());
    }
    return org;
  }

  /** All organisations in the order of their settings. */
  public List<FakeOrg> orgs() {
    return List.copyOf(orgs.values());
  }

  @Override
  public void close() {
    orgs.values().forEach(FakeOrg::close);
  }
}
