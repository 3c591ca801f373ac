package com.spokefleet.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.conversation.ConversationDetailsJobs;
import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.TokenSource;
import com.spokefleet.testing.FakeOrg;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

class DetailsJobsSourceTest extends ConversationSourceContract {
  @Override
  ConversationSource source(FakeOrg org) throws Exception {
    org.jobs().pagesHold(7);
    org.jobs().availabilityStandsAt(NOW.minus(Duration.ofHours(6)));
    return new ConversationDetailsJobs(
        http(org.api(), new OneToken(signIn(org))), "emea", Set.of());
  }

  private static String signIn(FakeOrg org) throws IOException, InterruptedException {
    String credentials = org.clientId() + ":" + org.clientSecret();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(org.login() + "/oauth/token"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
      return new ObjectMapper().readTree(answer).path("access_token").asText();
    }
  }

  /** A token that never ends. */
  record OneToken(String text) implements TokenSource {
    @Override
    public String token(Deadline deadline) {
      return text;
    }

    @Override
    public String renewed(String refusedToken, Deadline deadline) {
      return text;
    }
  }
}
