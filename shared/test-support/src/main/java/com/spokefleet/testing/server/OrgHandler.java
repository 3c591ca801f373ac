package com.spokefleet.testing.server;

import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.SlowReply;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes every request of one organisation through faults, sign-in, limit and permission. */
final class OrgHandler implements HttpHandler {
  private final OrgContext org;
  private final Tokens tokens;
  private final SignIn signIn;
  private final Map<Endpoint, ApiHandler> handlers = new ConcurrentHashMap<>();
  private final Set<Endpoint> forbidden = EnumSet.noneOf(Endpoint.class);
  private volatile FaultPlan plan = FaultPlan.none();

  OrgHandler(OrgContext org, Tokens tokens, SignIn signIn) {
    this.org = org;
    this.tokens = tokens;
    this.signIn = signIn;
  }

  void use(FaultPlan newPlan) {
    plan = newPlan;
  }

  /** From now on this handler answers the calls of these endpoints. */
  void serve(ApiHandler handler, Endpoint... endpoints) {
    for (Endpoint endpoint : endpoints) {
      handlers.put(endpoint, handler);
    }
  }

  synchronized void permit(Endpoint endpoint, boolean permitted) {
    if (permitted) {
      forbidden.remove(endpoint);
    } else {
      forbidden.add(endpoint);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      send(exchange, answer(exchange, body));
    }
  }

  private Reply answer(HttpExchange exchange, byte[] body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Endpoint endpoint = endpoint(exchange.getRequestMethod(), path);
    if (endpoint == null) {
      return ErrorReplies.notFound(path);
    }
    FaultPlan current = plan;
    org.served().request(endpoint);
    Optional<FaultKind> fault = current.next(endpoint);
    if (fault.isPresent()) {
      Optional<Reply> instead =
          ReplyFaults.instead(
              fault.get(), org.settings().requestsPerMinute(), org.clock().instant());
      if (instead.isPresent()) {
        org.faults().happened(fault.get());
        return instead.get();
      }
    }
    Reply reply = answer(exchange, endpoint, body, fault);
    return fault.isPresent() && reply.status() / 100 == 2
        ? spoil(reply, fault.get(), current.slowReply())
        : reply;
  }

  private Reply spoil(Reply reply, FaultKind fault, SlowReply slowReply) {
    if (fault == FaultKind.SLOW_REPLY) {
      org.faults().happened(fault);
      try {
        slowReply.hold();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      return reply;
    }
    if (ReplyFaults.spoils(fault)) {
      org.faults().happened(fault);
    }
    return ReplyFaults.spoil(reply, fault);
  }

  private Reply answer(
      HttpExchange exchange, Endpoint endpoint, byte[] body, Optional<FaultKind> fault)
      throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (endpoint == Endpoint.TOKEN) {
      return signIn.handle(authorization, body);
    }
    String token = token(authorization);
    if (fault.equals(Optional.of(FaultKind.TOKEN_EXPIRED))) {
      tokens.revoke(token);
      org.faults().happened(FaultKind.TOKEN_EXPIRED);
    }
    Tokens.Allowance allowance = tokens.use(token);
    if (allowance == null) {
      return ErrorReplies.badCredentials();
    }
    if (allowance.exceeded()) {
      org.faults().happened(FaultKind.RATE_LIMIT);
      return ErrorReplies.tooManyRequests(
              allowance.allowed(),
              Long.toString(allowance.resetSeconds()),
              allowance.resetSeconds())
          .with(allowance.headers());
    }
    List<String> ids = endpoint.idsIn(exchange.getRequestURI().getPath()).orElseThrow();
    Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
    return permitted(new ApiCall(endpoint, ids, parameters, body, fault)).with(allowance.headers());
  }

  private Reply permitted(ApiCall call) throws IOException {
    Endpoint endpoint = call.endpoint();
    if (isForbidden(endpoint) || call.fault().equals(Optional.of(FaultKind.FORBIDDEN))) {
      org.faults().happened(FaultKind.FORBIDDEN);
      return ErrorReplies.forbidden(endpoint);
    }
    ApiHandler handler = handlers.get(endpoint);
    if (handler == null) {
      throw new IllegalStateException("Cannot answer " + endpoint + ": nothing serves it");
    }
    return handler.handle(call);
  }

  private synchronized boolean isForbidden(Endpoint endpoint) {
    return forbidden.contains(endpoint);
  }

  private static String token(@Nullable String authorization) {
    String scheme = "bearer ";
    return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
        ? authorization.substring(scheme.length())
        : "";
  }

  private static @Nullable Endpoint endpoint(String method, String path) {
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint.method().equals(method) && endpoint.idsIn(path).isPresent()) {
        return endpoint;
      }
    }
    return null;
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return parameters;
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange
        .getResponseHeaders()
        .set("ININ-Correlation-Id", "23523726-431d-49d6-94e4-ddff2e5f0001");
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = reply.body();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    if (reply.brokenOff()) {
      out.write(body, 0, body.length / 2);
      out.flush();
      throw new IOException("broken off as planned");
    }
    if (body.length > 0) {
      out.write(body);
    }
  }
}
