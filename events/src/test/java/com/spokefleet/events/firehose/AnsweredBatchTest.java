package com.spokefleet.events.firehose;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.events.flatten.DropReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the fuzz test would see of a transformation that does wrong. */
final class AnsweredBatchTest {
  private static final byte[] REQUEST =
      "{\"records\":[{\"recordId\":\"a\",\"data\":\"\"},{\"recordId\":\"b\",\"data\":\"\"}]}"
          .getBytes(StandardCharsets.UTF_8);
  private static final String A = "{\"recordId\":\"a\",\"result\":\"Dropped\"}";
  private static final String B = "{\"recordId\":\"b\",\"result\":\"Dropped\"}";

  @Test
  void takesWhatIsRight() {
    assertThatCode(() -> replying(A + "," + B, 2).check(REQUEST)).doesNotThrowAnyException();
  }

  @Test
  void noticesWhatIsMissingRepeatedSwappedOrNotCounted() {
    for (String reply : List.of(A, A + "," + A, B + "," + A, A + "," + B + "," + B, A + "," + B)) {
      int counted = reply.equals(A + "," + B) ? 1 : reply.split("\\},", -1).length;
      assertThatThrownBy(() -> replying(reply, counted).check(REQUEST))
          .as(reply)
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void noticesDataThatASiemWouldRefuse() {
    for (String data : List.of("{\"a\":1,\"a\":2}\n", "{\"a\":1}", "{\"a\":01}\n", "{}{}\n")) {
      String ok =
          "{\"recordId\":\"a\",\"result\":\"Ok\",\"data\":\"%s\"}"
              .formatted(Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)));
      assertThatThrownBy(() -> replying(ok + "," + B, 2).check(REQUEST))
          .as(data)
          .isInstanceOf(AssertionError.class);
    }
  }

  private static AnsweredBatch replying(String records, int counted) {
    return new AnsweredBatch(
        (request, length, out) -> {
          out.writeBytes(("{\"records\":[" + records + "]}").getBytes(StandardCharsets.UTF_8));
          BatchAccount account = new BatchAccount();
          for (int record = 0; record < counted; record++) {
            if (record == 0 && records.contains("Ok")) {
              account.delivered("emea");
            } else {
              account.dropped("emea", DropReason.EMPTY);
            }
          }
          return account;
        });
  }
}
