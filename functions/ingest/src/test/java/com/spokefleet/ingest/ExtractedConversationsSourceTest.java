package com.spokefleet.ingest;

import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.genesys.extraction.DataExtraction;
import com.spokefleet.genesys.extraction.ExtractedConversations;
import com.spokefleet.genesys.http.DownloadHosts;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.SignedDownload;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.extraction.FakeExtraction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Three files of conversations, each of everything so far, and one of something else. */
class ExtractedConversationsSourceTest extends ConversationSourceContract {
  @TempDir Path scratch;

  private @Nullable FakeExtraction extraction;

  @Override
  ConversationSource source(FakeOrg org) throws Exception {
    FakeExtraction offered = new FakeExtraction();
    extraction = offered;
    for (int days = 2; days >= 0; days--) {
      Instant madeAt = NOW.minus(Duration.ofHours(6 + days * 24L));
      offered.publish("conversations", madeAt, org.records(madeAt));
    }
    offered.publish("user-presence", NOW.minus(Duration.ofHours(1)), List.of("{}"));
    return new ExtractedConversations(
        new DataExtraction(
            http(offered.address(), new DetailsJobsSourceTest.OneToken("token")),
            new DownloadHosts(offered.address()),
            new SignedDownload(HttpSettings.defaults(), runtime()),
            scratch,
            "emea"),
        NOW.minus(Duration.ofDays(30)),
        Set.of());
  }

  @AfterEach
  void close() {
    if (extraction != null) {
      extraction.close();
    }
  }
}
