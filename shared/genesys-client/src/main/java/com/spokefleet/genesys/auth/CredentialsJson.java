package com.spokefleet.genesys.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The JSON form of credentials, shared by every store: {"clientId": …, "clientSecret": …}. */
public final class CredentialsJson {
  // A parse error must not quote the text around it: that is the secret.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private CredentialsJson() {}

  /** Other fields are ignored. The reference only serves the error message. */
  public static ClientCredentials read(String reference, byte[] json) {
    Map<String, String> texts = texts(reference, json);
    String clientId = texts.getOrDefault("clientId", "");
    String clientSecret = texts.getOrDefault("clientSecret", "");
    if (clientId.isEmpty() || clientSecret.isEmpty()) {
      throw SecretException.permanent(reference, "clientId or clientSecret is missing or empty");
    }
    return new ClientCredentials(clientId, clientSecret);
  }

  /** The text of one field, for secrets that are one text. */
  public static String text(String reference, byte[] json, String field) {
    String text = texts(reference, json).getOrDefault(field, "");
    if (text.isEmpty()) {
      throw SecretException.permanent(reference, field + " is missing or empty");
    }
    return text;
  }

  private static Map<String, String> texts(String reference, byte[] json) {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw SecretException.permanent(reference, "the content is not a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, parser.getText().strip());
        } else {
          parser.skipChildren();
        }
      }
      return texts;
    } catch (IOException notJson) {
      // The cause is left out on purpose: Jackson quotes what it could not read.
      throw SecretException.permanent(reference, "the content is not JSON");
    }
  }
}
