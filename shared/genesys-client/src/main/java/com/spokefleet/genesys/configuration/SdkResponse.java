package com.spokefleet.genesys.configuration;

import com.mypurecloud.sdk.v2.connector.ApiClientConnectorResponse;
import com.spokefleet.genesys.http.GenesysResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Our answer in the SDK's shape. Its header names match in any letter case. */
final class SdkResponse implements ApiClientConnectorResponse {
  private final GenesysResponse response;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  SdkResponse(GenesysResponse response) {
    this.response = response;
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
  }

  @Override
  public int getStatusCode() {
    return response.status();
  }

  @Override
  public String getStatusReasonPhrase() {
    return "";
  }

  @Override
  public Map<String, String> getHeaders() {
    return Collections.unmodifiableMap(headers);
  }

  @Override
  public boolean hasBody() {
    return response.body().length > 0;
  }

  @Override
  public String readBody() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public InputStream getBody() {
    return new ByteArrayInputStream(response.body());
  }

  @Override
  public void close() {}
}
