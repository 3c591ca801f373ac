package com.spokefleet.genesys.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One exchange over java.net.http, no more: no retry, no judgement of the answer. */
final class HttpTransport {
  /** The client sets these itself and refuses to be told. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final HttpClient client;
  private final int maximumResponseBytes;

  HttpTransport(HttpClient client, int maximumResponseBytes) {
    this.client = client;
    this.maximumResponseBytes = maximumResponseBytes;
  }

  /** The timeout spans headers and body; java.net.http's own ends with the headers. */
  GenesysResponse exchange(
      URI base, GenesysRequest request, Map<String, String> addedHeaders, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest wireRequest = wireRequest(base, request, addedHeaders);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(wireRequest, BoundedBody.handler(maximumResponseBytes));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return GzipBody.decode(
          new GenesysResponse(response.statusCode(), response.headers(), response.body()),
          maximumResponseBytes);
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw new HttpTimeoutException("no whole answer within " + timeout);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      throw interrupted;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException fault
          ? fault
          : new IOException(failed.getCause());
    }
  }

  private static HttpRequest wireRequest(
      URI base, GenesysRequest request, Map<String, String> addedHeaders) {
    HttpRequest.BodyPublisher body =
        request.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(request.body());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + request.path())).method(request.method(), body);
    builder.setHeader("Accept-Encoding", GzipBody.ENCODING);
    addHeaders(builder, request.headers());
    addHeaders(builder, addedHeaders);
    return builder.build();
  }

  private static void addHeaders(HttpRequest.Builder builder, Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            builder.setHeader(name, value);
          }
        });
  }
}
