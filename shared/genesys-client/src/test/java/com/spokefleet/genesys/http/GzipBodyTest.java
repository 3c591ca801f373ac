package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GzipBodyTest {
  private static final GenesysRequest REQUEST = GenesysRequest.get("/x", "things of emea");
  private static final String JSON = "{\"text\":\"" + "long ".repeat(1_000) + "\"}";

  private final VirtualTime time = new VirtualTime();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldReadACompressedAnswer() throws IOException {
    server.then(compressed(gzip(JSON)));

    GenesysResponse response = send();

    assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo(JSON);
    assertThat(response.header("Content-Encoding")).isEmpty();
  }

  @Test
  void shouldRepeat_whenACompressedAnswerIsCutShort() throws IOException {
    byte[] whole = gzip(JSON);
    server.then(compressed(Arrays.copyOf(whole, whole.length / 2)), compressed(whole));

    assertThat(send().body()).asString(StandardCharsets.UTF_8).isEqualTo(JSON);
  }

  @Test
  void shouldRefuseASmallAnswerThatUnfoldsBeyondTheLimit() throws IOException {
    server.always(
        compressed(gzip("[" + " ".repeat(HttpSettings.defaults().maximumResponseBytes()) + "]")));

    GenesysException failure = catchThrowableOfType(GenesysException.class, this::send);

    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(server.received()).hasSize(1);
  }

  private GenesysResponse send() {
    return new RetryingSender(server.uri(), HttpSettings.defaults(), TestRuntime.of(time))
        .send(REQUEST, Map.of(), time.deadlineAfter(Duration.ofMinutes(5)));
  }

  private static Reply compressed(byte[] body) {
    return exchange -> {
      if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"))) {
        Reply.status(406, "").answer(exchange);
        return;
      }
      exchange.getResponseHeaders().set("content-encoding", "GZIP");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream output = new GZIPOutputStream(bytes)) {
      output.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
