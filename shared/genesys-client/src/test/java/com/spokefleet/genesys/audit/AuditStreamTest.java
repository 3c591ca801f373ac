package com.spokefleet.genesys.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.spokefleet.normalize.audit.Audit;
import com.spokefleet.normalize.audit.PropertyChange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three shapes an audit has, and what is wrong with a page. */
class AuditStreamTest {
  private static final String PAGE_RECORD =
      """
      {"id":"a-1","userHomeOrgId":"org","user":{"id":"u-1","name":"Alex"},
       "client":{"id":""},"remoteIp":["203.0.113.24","10.20.30.40"],"serviceName":"ContactCenter",
       "level":"USER","eventDate":"2026-11-10T14:20:25.000Z","action":"Update",
       "message":{"localizableMessageCode":"code","message":"Alex did it"},
       "entity":{"id":"q-1","name":"Sales"},"entityType":"Queue","status":"SUCCESS",
       "application":"UI","initiatingAction":{"transactionId":"t-1","actionContext":"Update"},
       "transactionInitiator":true,"context":{"divisionId":"d-1"},"entityChanges":[{},{}],
       "propertyChanges":[{"property":"p","newValues":["60000"]},{"property":"q","oldValues":[7,null]}]}\
      """;
  private static final String EVENT_RECORD =
      """
      {"id":"a-1","userId":"u-1","userHomeOrgId":"org","username":{"id":""},"userDisplay":"Alex",
       "clientId":{"id":"c-1"},"serviceName":"PeoplePermissions","eventTime":"2026-11-10T14:20:25Z",
       "action":"Delete","entityType":"OAuthClient","entity":{"id":"c-2"}}\
      """;

  @Test
  void aRecordOfAPageIsReadWhole() throws MalformedAuditsException {
    assertThat(read("{\"id\":\"q\",\"entities\":[" + PAGE_RECORD + "],\"cursor\":\"next\"}"))
        .containsExactly(
            new AuditRecord.Decoded(
                new Audit(
                    "a-1",
                    Instant.parse("2026-11-10T14:20:25Z"),
                    "ContactCenter",
                    "Update",
                    "Queue",
                    "q-1",
                    "Sales",
                    "u-1",
                    "Alex",
                    "org",
                    null,
                    List.of("203.0.113.24", "10.20.30.40"),
                    "USER",
                    "SUCCESS",
                    "UI",
                    "code",
                    List.of(
                        new PropertyChange("p", List.of(), List.of("60000")),
                        new PropertyChange("q", List.of("7", "null"), List.of())),
                    2,
                    Map.of("divisionId", "d-1"),
                    "t-1",
                    "Update",
                    true),
                0));
  }

  @Test
  void theBodyOfAnEventGivesTheSameAudit() throws MalformedAuditsException {
    AuditRecord.Decoded event = (AuditRecord.Decoded) read("[" + EVENT_RECORD + "]").getFirst();

    assertThat(event.audit().eventTime()).isEqualTo(Instant.parse("2026-11-10T14:20:25Z"));
    assertThat(event.audit().userId()).isEqualTo("u-1");
    assertThat(event.audit().userName()).isEqualTo("Alex");
    assertThat(event.audit().clientId()).isEqualTo("c-1");
    assertThat(event.audit().status()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "{\"eventTime\":\"2026-11-10T14:20:25Z\"}",
        "{\"id\":\"\",\"eventTime\":\"2026-11-10T14:20:25Z\"}",
        "{\"id\":\"x\"}",
        "{\"id\":\"x\",\"eventTime\":\"2026-11-10T14:20:25\"}",
        "{\"id\":\"x\",\"eventTime\":\"2026-11-10T14:20:25Z\",\"remoteIp\":\"1.2.3.4\"}",
        "{\"id\":\"x\",\"eventTime\":\"2026-11-10T14:20:25Z\",\"action\":[]}"
      })
  void aRecordThatIsNoneSpoilsNoOther(String poison) throws MalformedAuditsException {
    List<AuditRecord> records = read("[" + EVENT_RECORD + "," + poison + "," + EVENT_RECORD + "]");

    assertThat(records).hasSize(3);
    assertThat(records.get(1)).isInstanceOf(AuditRecord.Poison.class);
    AuditRecord.Poison aside = (AuditRecord.Poison) records.get(1);
    assertThat(new String(aside.raw(), StandardCharsets.UTF_8)).isEqualTo(poison);
    assertThat(aside.reason()).doesNotContain("1.2.3.4");
  }

  @Test
  void newFieldsAreCounted() throws MalformedAuditsException {
    String record = EVENT_RECORD.replace("\"id\":\"a-1\"", "\"id\":\"a-1\",\"x\":{},\"y\":[1]");
    assertThat(((AuditRecord.Decoded) read("[" + record + "]").getFirst()).unknownFields())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "{\"entities\":7}",
        "{\"cursor\":7,\"entities\":[]}",
        "{\"entities\":[{\"id\"",
        "[] []"
      })
  void whatIsNoResultIsRefused(String page) {
    assertThat(catchThrowable(() -> read(page))).isInstanceOf(MalformedAuditsException.class);
  }

  private static List<AuditRecord> read(String json) throws MalformedAuditsException {
    List<AuditRecord> records = new ArrayList<>();
    AuditStream.strict()
        .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), records::add);
    return records;
  }
}
