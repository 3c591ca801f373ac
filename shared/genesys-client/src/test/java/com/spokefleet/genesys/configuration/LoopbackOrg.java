package com.spokefleet.genesys.configuration;

import com.spokefleet.genesys.auth.AccessTokens;
import com.spokefleet.genesys.auth.ClientCredentials;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.auth.SignIn;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.RequestObserver;
import com.spokefleet.genesys.http.TokenSource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A Genesys org on a loopback port that answers as scripted, and a real client signed in to it. */
public final class LoopbackOrg implements AutoCloseable {
  public static final String NAME = "emea";
  static final String ID = "0b7c6a52-1111-4c1e-9f53-6d1f2a8c0001";
  static final Instant NOW = Instant.parse("2026-11-20T12:00:30Z");
  static final String TOKEN_PATH = "/oauth/token";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpRuntime.newClient(Duration.ofSeconds(5));
  private final Map<String, Function<Seen, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Seen> requests = new CopyOnWriteArrayList<>();
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private final ManualClock clock = new ManualClock(NOW);
  private final TokenSource tokens;
  private final GenesysHttp http;

  public LoopbackOrg() throws IOException {
    this(reference -> new ClientCredentials("client", "secret"));
  }

  LoopbackOrg(SecretStore secrets) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    HttpRuntime runtime =
        new HttpRuntime(client, clock, this::sleep, new SplittableRandom(7), RequestObserver.NONE);
    HttpSettings settings = HttpSettings.defaults();
    tokens =
        new AccessTokens(
            new SignIn(NAME, "eu-central-1", base, "env:EMEA"), secrets, settings, runtime);
    http = new GenesysHttp(base, tokens, settings, runtime);
    answer(
        TOKEN_PATH,
        Answer.json("{\"access_token\":\"t1\",\"token_type\":\"bearer\",\"expires_in\":86399}"));
  }

  public void answer(String path, Answer answer) {
    answers.put(path, request -> answer);
  }

  public void answer(String path, Function<Seen, Answer> answer) {
    answers.put(path, answer);
  }

  /** Serves a listing whose objects may be changed between requests. */
  public void list(String path, List<String> objects) {
    answers.put(path, request -> Listing.page(objects, request));
  }

  ConfigurationApi configuration() {
    return new ConfigurationApi(http, NAME);
  }

  public GenesysHttp http() {
    return http;
  }

  TokenSource tokens() {
    return tokens;
  }

  public Deadline deadline() {
    return Deadline.after(Duration.ofMinutes(5), clock);
  }

  List<Duration> sleeps() {
    return sleeps;
  }

  /** All requests but the sign-ins. */
  public List<Seen> requests() {
    return requests.stream().filter(request -> !request.path().equals(TOKEN_PATH)).toList();
  }

  private void sleep(Duration time) {
    sleeps.add(time);
    clock.advance(time);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Seen request = Seen.of(exchange);
      requests.add(request);
      Answer answer =
          answers
              .getOrDefault(request.path(), unknown -> Answer.status(404, "{\"status\":404}"))
              .apply(request);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** From now on connections are refused. */
  void disconnect() {
    server.stop(0);
  }

  @Override
  public void close() {
    disconnect();
    threads.shutdownNow();
    client.shutdownNow();
  }
}
