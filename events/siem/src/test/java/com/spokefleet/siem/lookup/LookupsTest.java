package com.spokefleet.siem.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.predicate.FieldValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LookupsTest {
  private static final Lookups LOOKUPS =
      new Lookups(
          List.of(new Org("2", "emea", "EMEA", true), new Org("1", "amer", "AMER", false)),
          List.of(new Privileged("1", "c", "oauth-client", "crm, \"the\" sync", "writes\nall")),
          List.of(new UserName("1", "u", "Ann")));

  @Test
  void areWrittenInAnOrderOfTheirOwnAndQuotedWhereNeeded() {
    assertThat(LOOKUPS.orgsCsv())
        .isEqualTo("org_id,org_name,region,sends_events\n1,amer,AMER,false\n2,emea,EMEA,true\n");
    assertThat(LOOKUPS.privilegedCsv())
        .isEqualTo(
            "org_id,id,type,name,reason\n"
                + "1,c,oauth-client,\"crm, \"\"the\"\" sync\",\"writes\nall\"\n");
    assertThat(LOOKUPS.usersCsv()).isEqualTo("org_id,user_id,name\n1,u,Ann\n");
    assertThat(Lookups.none().usersCsv()).isEqualTo("org_id,user_id,name\n");
  }

  @Test
  void theActorIsCalledAsTheEventSaysThenAsTheLakeKnowsThenById() {
    assertThat(actor(Map.of("org_id", "1", "actor_id", "u", "user_name", "A.")))
        .containsExactly("A.");
    assertThat(actor(Map.of("org_id", "1", "actor_id", "u"))).containsExactly("Ann");
    assertThat(actor(Map.of("org_id", "2", "actor_id", "u"))).containsExactly("u");
    assertThat(actor(Map.of("org_id", "1"))).isEmpty();
  }

  private static List<String> actor(Map<String, String> fields) {
    FieldValues event = field -> fields.containsKey(field) ? List.of(fields.get(field)) : List.of();
    return new Enrichment(LOOKUPS).of(event).of(Enrichment.ACTOR_NAME);
  }
}
