package com.spokefleet.cli.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.schedule.SchedulePlan;
import com.spokefleet.config.schedule.Slot;
import java.time.Instant;

/** The plan as a script reads it; an account is null where the deployment decides it. */
final class PlanJson {
  private PlanJson() {}

  static ObjectNode of(Fleet fleet, SchedulePlan plan, Instant now) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("fleet", fleet.name());
    document.put("madeAt", now.toString());
    for (Spoke spoke : fleet.spokes()) {
      Slot slot = plan.slot(spoke.name());
      ObjectNode org = document.withArray("orgs").addObject();
      org.put("org", spoke.name());
      org.put("orgId", spoke.orgId());
      org.put("awsAccount", spoke.awsAccount().orElse(null));
      org.put("awsRegion", spoke.awsRegion());
      org.put("periodSeconds", slot.period().toSeconds());
      org.put("minute", slot.minute());
      org.put("cron", slot.cron());
      slot.startsFrom(now, PlanText.STARTS_SHOWN)
          .forEach(start -> org.withArray("nextStarts").add(start.toString()));
    }
    for (int starts : plan.startsByMinute()) {
      document.withArray("startsByMinute").add(starts);
    }
    return document;
  }
}
