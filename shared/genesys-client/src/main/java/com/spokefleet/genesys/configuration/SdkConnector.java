package com.spokefleet.genesys.configuration;

import com.mypurecloud.sdk.v2.AsyncApiCallback;
import com.mypurecloud.sdk.v2.connector.ApiClientConnector;
import com.mypurecloud.sdk.v2.connector.ApiClientConnectorProvider;
import com.mypurecloud.sdk.v2.connector.ApiClientConnectorRequest;
import com.mypurecloud.sdk.v2.connector.ApiClientConnectorResponse;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;

/**
 * Carries the requests the SDK composes over our own connection, so that token, pacing, retries,
 * deadline and errors are ours. A failure leaves the SDK as the GenesysException it is, because the
 * SDK lets unchecked exceptions pass.
 */
final class SdkConnector implements ApiClientConnector {
  private final GenesysHttp http;
  private final Deadline deadline;
  private final String purpose;

  SdkConnector(GenesysHttp http, Deadline deadline, String purpose) {
    this.http = http;
    this.deadline = deadline;
    this.purpose = purpose;
  }

  static ApiClientConnectorProvider provider(GenesysHttp http, Deadline deadline, String purpose) {
    return properties -> new SdkConnector(http, deadline, purpose);
  }

  @Override
  public ApiClientConnectorResponse invoke(ApiClientConnectorRequest request) throws IOException {
    // The SDK calls a body present even where it has none to send.
    String text = request.hasBody() ? request.readBody() : "";
    byte[] body = text.isEmpty() ? null : text.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.getHeaders());
    headers.remove("Authorization");
    if (body == null) {
      headers.remove("Content-Type");
    }
    return new SdkResponse(
        http.send(
            new GenesysRequest(request.getMethod(), request.getUrl(), headers, body, purpose),
            deadline));
  }

  @Override
  public Future<ApiClientConnectorResponse> invokeAsync(
      ApiClientConnectorRequest request, AsyncApiCallback<ApiClientConnectorResponse> callback) {
    throw new UnsupportedOperationException(
        "Cannot call Genesys asynchronously: a call blocks its (virtual) thread");
  }

  /** The connection belongs to whoever made it. */
  @Override
  public void close() {}
}
