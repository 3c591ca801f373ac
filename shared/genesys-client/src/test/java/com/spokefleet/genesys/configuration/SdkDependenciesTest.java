package com.spokefleet.genesys.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK brings 55 jars, most of them for other connectors; we ship only what our calls load. */
final class SdkDependenciesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.brsanthu.utils.migbase64.MigBase64",
        "com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider",
        "com.google.common.util.concurrent.internal.InternalFutureFailureAccess",
        "com.neovisionaries.ws.client.WebSocket",
        "io.netty.channel.Channel",
        "io.swagger.annotations.ApiModelProperty",
        "javax.xml.bind.DatatypeConverter",
        "kotlin.Unit",
        "okhttp3.OkHttpClient",
        "org.apache.http.client.HttpClient",
        "org.apache.xerces.parsers.DOMParser",
        "org.asynchttpclient.AsyncHttpClient",
        "org.ini4j.Ini",
        "org.joda.time.DateTime",
      })
  void leavesOutWhatOnlyTheSdksOwnConnectorsAndHelpersUse(String excluded) {
    assertThatThrownBy(() -> Class.forName(excluded)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void servesEveryCallWithoutTheExcludedClasses() throws IOException {
    try (LoopbackOrg org = new LoopbackOrg()) {
      List<String> object =
          List.of("{\"id\":\"1\",\"mediaSettings\":{\"call\":{\"serviceLevel\":{}}}}");
      org.answer("/api/v2/organizations/me", Answer.json(object.getFirst()));
      org.list("/api/v2/routing/queues", object);
      org.list("/api/v2/users", object);
      org.list("/api/v2/routing/wrapupcodes", object);
      org.list("/api/v2/authorization/divisions", object);
      ConfigurationApi configuration = org.configuration();

      assertThat(configuration.organization(org.deadline()).id()).isEqualTo("1");
      assertThat(configuration.queues(org.deadline())).hasSize(1);
      assertThat(configuration.users(org.deadline())).hasSize(1);
      assertThat(configuration.wrapupCodes(org.deadline())).hasSize(1);
      assertThat(configuration.divisions(org.deadline())).hasSize(1);
      assertThat(org.requests())
          .extracting(Seen::path)
          .containsExactly(
              "/api/v2/organizations/me",
              "/api/v2/routing/queues",
              "/api/v2/users",
              "/api/v2/routing/wrapupcodes",
              "/api/v2/authorization/divisions");
    }
  }
}
