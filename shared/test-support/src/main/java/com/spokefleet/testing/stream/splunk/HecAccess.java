package com.spokefleet.testing.stream.splunk;

import com.spokefleet.testing.stream.intake.Request;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a request may do what it asks: its token, and the channel that acknowledgement needs. */
sealed interface HecAccess {
  record Granted(HecToken token, String channel) implements HecAccess {}

  record Refused(HecReply reply) implements HecAccess {}

  /** The tokens by their values. */
  static HecAccess of(Request request, Map<String, HecToken> tokens) {
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isEmpty()) {
      return new Refused(HecReply.TOKEN_REQUIRED);
    }
    if (!authorization.get().startsWith(Form.SCHEME)) {
      return new Refused(HecReply.INVALID_AUTHORIZATION);
    }
    HecToken token = tokens.get(authorization.get().substring(Form.SCHEME.length()).strip());
    if (token == null) {
      return new Refused(HecReply.INVALID_TOKEN);
    }
    if (!token.enabled()) {
      return new Refused(HecReply.TOKEN_DISABLED);
    }
    String channel =
        request
            .header("X-Splunk-Request-Channel")
            .or(() -> request.parameter("channel"))
            .orElse("");
    if (token.acknowledges() && channel.isEmpty()) {
      return new Refused(HecReply.CHANNEL_MISSING);
    }
    if (!channel.isEmpty() && !Form.UUID.matcher(channel).matches()) {
      return new Refused(HecReply.INVALID_CHANNEL);
    }
    return new Granted(token, channel);
  }

  /** How the parts are written. */
  final class Form {
    private static final String SCHEME = "Splunk ";
    private static final Pattern UUID =
        Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Form() {}
  }
}
