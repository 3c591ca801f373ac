package com.spokefleet.genesys.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** The JSON form of credentials, shared by every store: {"clientId": …, "clientSecret": …}. */
public final class CredentialsJson {
  // A parse error must not quote the text around it: that is the secret.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private CredentialsJson() {}

  /** Other fields are ignored. The reference only serves the error message. */
  public static ClientCredentials read(String reference, byte[] json) {
    String clientId = "";
    String clientSecret = "";
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw SecretException.permanent(reference, "the content is not a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
        if (text && name.equals("clientId")) {
          clientId = parser.getText().strip();
        } else if (text && name.equals("clientSecret")) {
          clientSecret = parser.getText().strip();
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException notJson) {
      // The cause is left out on purpose: Jackson quotes what it could not read.
      throw SecretException.permanent(reference, "the content is not JSON");
    }
    if (clientId.isEmpty() || clientSecret.isEmpty()) {
      throw SecretException.permanent(reference, "clientId or clientSecret is missing or empty");
    }
    return new ClientCredentials(clientId, clientSecret);
  }
}
