package com.spokefleet.testing.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A request to a local SIEM, as a test writes it. */
public final class Post {
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpRequest.Builder request;

  private Post(HttpRequest.Builder request) {
    this.request = request;
  }

  public static Post to(URI address) {
    return new Post(HttpRequest.newBuilder(address));
  }

  public Post with(String header, String value) {
    request.header(header, value);
    return this;
  }

  public HttpResponse<String> send(String body) throws IOException, InterruptedException {
    return send(body.getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
    return CLIENT.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> sendCompressed(String body) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return with("Content-Encoding", "gzip").send(bytes.toByteArray());
  }

  public static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }
}
