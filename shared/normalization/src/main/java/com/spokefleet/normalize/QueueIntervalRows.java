package com.spokefleet.normalize;

import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures.ServiceLevelFigures;
import com.spokefleet.normalize.aggregate.QueueInterval;
import com.spokefleet.normalize.aggregate.WithinView;
import com.spokefleet.normalize.row.QueueIntervalRow;
import com.spokefleet.normalize.row.ServiceLevelTarget;
import com.spokefleet.normalize.row.StartDay;
import com.spokefleet.normalize.servicelevel.StandardServiceLevel;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one org's queues and half hours. */
public final class QueueIntervalRows {
  private final String orgId;
  private final IdentityKeys keys;
  private final ZoneId zone;
  private final StandardServiceLevel standard;
  private final WithinView answeredInTime;
  private final WithinView abandonedShort;

  public QueueIntervalRows(String orgId, ZoneId zone, StandardServiceLevel standard) {
    this.orgId = orgId;
    this.keys = new IdentityKeys(orgId);
    this.zone = zone;
    this.standard = standard;
    this.answeredInTime = WithinView.of(AggregateMetric.ANSWERED, standard.thresholdMs());
    this.abandonedShort = WithinView.of(AggregateMetric.ABANDON, standard.shortAbandonMs());
  }

  public QueueIntervalRow row(QueueInterval interval, @Nullable String ruleId) {
    ServiceLevelFigures own = interval.figures().serviceLevel();
    Double share = own == null ? null : own.targetShare();
    return new QueueIntervalRow(
        orgId,
        interval.key(),
        keys.key(interval.key().queueId()),
        StartDay.of(interval.key().start(), zone),
        ServiceLevelTarget.ofShare(share, null).percent(),
        own == null ? null : own.numerator(),
        own == null ? null : own.denominator(),
        ruleId,
        standard.thresholdMs(),
        standard.shortAbandonMs(),
        interval.figures().within(answeredInTime),
        standard.shortAbandonMs() == 0 ? 0 : interval.figures().within(abandonedShort),
        interval.figures());
  }
}
