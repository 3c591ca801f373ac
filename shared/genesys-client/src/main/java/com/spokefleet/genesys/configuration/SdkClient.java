package com.spokefleet.genesys.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.ApiRequest;
import com.mypurecloud.sdk.v2.connector.ApiClientConnectorProperty;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Sends the SDK's requests and binds what comes back to its models, with everything of the SDK
 * switched off that we do ourselves. Errors never quote a value, which may be a person's name.
 */
final class SdkClient {
  private static final TypeReference<JsonNode> TREE = new TypeReference<>() {};

  private final GenesysHttp http;
  private final JsonMapper mapper = SdkModels.mapper();

  SdkClient(GenesysHttp http) {
    this.http = http;
  }

  /** The answer as a tree: the models drop what is newer than the SDK. */
  JsonNode read(ApiRequest<Void> request, String purpose, Deadline deadline) {
    try {
      JsonNode answer = client(purpose, deadline).invoke(request, TREE).getBody();
      if (answer == null || !answer.isObject()) {
        throw unusable(purpose, "the answer is no JSON object");
      }
      return answer;
    } catch (JsonProcessingException unreadable) {
      throw unusable(
          purpose, "the answer is not JSON at " + unreadable.getLocation().offsetDescription());
    } catch (ApiException | IOException neverSent) {
      throw GenesysException.of(
          FailureKind.BAD_DATA, "Cannot get " + purpose + ": the SDK gave up", neverSent);
    }
  }

  /** Binds one object to its model of the SDK. */
  <T> T bind(JsonNode object, Class<T> model, String purpose) {
    try {
      return mapper.treeToValue(object, model);
    } catch (JsonMappingException mismatch) {
      String field =
          mismatch.getPath().stream()
              .map(JsonMappingException.Reference::getFieldName)
              .collect(Collectors.joining("."));
      throw unusable(purpose, "its field " + field + " has another type than documented");
    } catch (JsonProcessingException unreadable) {
      throw unusable(purpose, "it does not fit " + model.getSimpleName());
    }
  }

  static GenesysException unusable(String purpose, String reason) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot read " + purpose + ": " + reason, null);
  }

  /**
   * An instance of its own per request, which costs a few maps; never the SDK's default client,
   * which starts a thread that watches a file in the home folder. No base path: the connection
   * knows the host.
   */
  private ApiClient client(String purpose, Deadline deadline) {
    return ApiClient.Builder.standard()
        .withBasePath("")
        .withObjectMapper(mapper)
        .withRetryConfiguration(new ApiClient.RetryConfiguration())
        .withShouldRefreshAccessToken(false)
        .withAutoReloadConfig(false)
        .withConfigFilePath("unused")
        .withProperty(
            ApiClientConnectorProperty.CONNECTOR_PROVIDER,
            SdkConnector.provider(http, deadline, purpose))
        .build();
  }
}
