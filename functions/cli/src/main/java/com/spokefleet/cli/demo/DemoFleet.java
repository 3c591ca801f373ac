package com.spokefleet.cli.demo;

import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.demo.stream.DemoStream;
import com.spokefleet.cli.ingest.LocalFunction;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.rates.FakeExchangeRates;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All fake orgs, a fake central bank, and the ingest function of each org, over one lake. */
final class DemoFleet implements AutoCloseable {
  /** How much of the past goes through the event stream. */
  private static final Duration STREAMED = Duration.ofHours(24);

  private final List<DemoSpoke> spokes = new ArrayList<>();
  private final Map<DemoOrg, LocalFunction> functions = new LinkedHashMap<>();
  private final List<PrintStream> logs = new ArrayList<>();
  private final VirtualClock bankClock;
  private final FakeExchangeRates bank;
  private final DemoStream stream;

  private DemoFleet(DemoSettings settings) throws IOException {
    bankClock = new VirtualClock(settings.asOf());
    bank = FakeExchangeRates.start(settings.seed(), bankClock);
    stream = new DemoStream(settings.folder(), settings.asOf().minus(STREAMED));
  }

  /** Starts the orgs, writes fleet.yaml and makes the functions. */
  static DemoFleet start(DemoSettings settings, Wiring wiring) throws IOException {
    DemoFleet fleet = new DemoFleet(settings);
    try {
      fleet.startOrgs(settings);
      fleet.makeFunctions(settings, wiring);
      return fleet;
    } catch (IOException | RuntimeException failure) {
      fleet.close();
      throw failure;
    }
  }

  private void startOrgs(DemoSettings settings) {
    boolean calm = true;
    for (DemoOrg org : DemoOrg.list(settings.orgs())) {
      boolean troubled = calm && !org.isMetricsOnly();
      calm &= !troubled;
      long seed = settings.seed() * 1_000 + spokes.size();
      spokes.add(DemoSpoke.start(org, settings, seed, troubled));
    }
  }

  private void makeFunctions(DemoSettings settings, Wiring wiring) throws IOException {
    Map<String, URI> endpoints = new HashMap<>();
    Map<String, String> environment = new HashMap<>(wiring.environment());
    for (DemoSpoke spoke : spokes) {
      endpoints.put(spoke.org().name(), spoke.endpoint());
      environment.putAll(spoke.credentials());
    }
    List<DemoOrg> orgs = spokes.stream().map(DemoSpoke::org).toList();
    DemoFleetFile.write(
        settings.fleetFile(),
        orgs,
        endpoints,
        bank.ecb(),
        stream.splunk(),
        settings.days(),
        privileged(settings));
    for (DemoSpoke spoke : spokes) {
      PrintStream log = new PrintStream(settings.log(spoke.org()).toFile(), StandardCharsets.UTF_8);
      logs.add(log);
      functions.put(
          spoke.org(),
          new LocalFunction(
              environment,
              settings.fleetFile(),
              spoke.org().name(),
              settings.lake(),
              spoke.clock(),
              // Waiting costs the org's time, not the spectator's.
              spoke.clock()::advance,
              log));
    }
  }

  /** Of the first org that has one; metrics-only orgs do not tell which client it was. */
  private Optional<DemoPrivileged> privileged(DemoSettings settings) {
    return spokes.stream()
        .filter(spoke -> !spoke.org().isMetricsOnly())
        .flatMap(
            spoke ->
                DemoPrivileged.of(
                    spoke.org(), spoke.server(), settings.asOf().minus(STREAMED), settings.asOf())
                    .stream())
        .findFirst();
  }

  List<DemoSpoke> spokes() {
    return List.copyOf(spokes);
  }

  Map<DemoOrg, LocalFunction> functions() {
    return functions;
  }

  /** The latest of the orgs' clocks. */
  Instant now() {
    return spokes.stream()
        .map(spoke -> spoke.clock().instant())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** The central bank that all orgs' money is converted by. */
  FakeExchangeRates bank() {
    return bank;
  }

  /** The SIEMs, and all that leads there. */
  DemoStream stream() {
    return stream;
  }

  void setClocks(Instant instant) {
    bankClock.advance(Duration.between(bankClock.instant(), instant));
    for (DemoSpoke spoke : spokes) {
      spoke.clock().advance(Duration.between(spoke.clock().instant(), instant));
    }
  }

  @Override
  public void close() {
    spokes.forEach(DemoSpoke::close);
    logs.forEach(PrintStream::close);
    bank.close();
    stream.close();
  }
}
