package com.spokefleet.events.flatten;

import com.spokefleet.events.json.ByteMap;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.org.EventOrg;
import org.jspecify.annotations.Nullable;

/** What is known so far of the event that is being flattened. */
final class CurrentEvent implements FlatEvent {
  private final Origins origins;
  private final FieldWriter writer;
  private final Captured captured;
  private final EventMoment moment;
  private EventTopic topic = EventTopic.NONE;
  private OrgFields org;
  private boolean control;

  CurrentEvent(Origins origins, FieldWriter writer, Captured captured, EventMoment moment) {
    this.origins = origins;
    this.writer = writer;
    this.captured = captured;
    this.moment = moment;
    this.org = origins.unknown();
  }

  void forget() {
    topic = EventTopic.NONE;
    org = origins.unknown();
    control = false;
    moment.forget();
  }

  /** Takes the topic's template. */
  void topic(byte[] in, int from, int to) {
    topic = origins.topic(in, from, to);
  }

  /** Takes the name of the event source. */
  void source(byte[] in, int from, int to) {
    org = origins.source(in, from, to);
  }

  /** Notes that it is a control message of CloudWatch Logs. */
  void control() {
    control = true;
  }

  /** Whether it is told of what topic it is, and whose. */
  boolean hasOrigin() {
    return captured.has(Role.TOPIC) && captured.has(Role.SOURCE);
  }

  /** Why it is to be left out; null if it is not. */
  @Nullable DropReason dropped() {
    if (control) {
      return DropReason.CONTROL;
    }
    return topic.always() == null && org.org().privacy().metricsOnly()
        ? topic.ofMetricsOnly()
        : topic.always();
  }

  OrgFields fields() {
    return org;
  }

  /** The places met in bodies of this kind, of this organisation. */
  FieldTree body() {
    return org.body(topic.kind());
  }

  @Override
  public EventKind kind() {
    return topic.kind();
  }

  @Override
  public String topic() {
    return topic.template();
  }

  @Override
  public EventOrg org() {
    return org.org();
  }

  @Override
  public String orgId() {
    return org.orgId();
  }

  @Override
  public ActorType actor() {
    return ActorType.of(topic.kind(), captured, writer.out());
  }

  /** Whether an organisation's id, as it stands in JSON, is this one's. */
  boolean isOf(byte[] in, int from, int to) {
    return org.hasId(in, from, to);
  }

  @Override
  public void copyOrgId(JsonBytes out) {
    org.writeId(out);
  }

  @Override
  public long epochMilliseconds() {
    return moment.milliseconds();
  }

  @Override
  public boolean has(Role role) {
    return captured.has(role);
  }

  @Override
  public void copy(Role role, JsonBytes out) {
    captured.copy(role, out);
  }

  @Override
  public boolean matches(Role role, BytesTest test) {
    return captured.has(role)
        && test.test(writer.out().array(), captured.from(role), captured.to(role));
  }

  @Override
  public void remove(Role role) {
    captured.remove(role, writer.out());
  }

  @Override
  public String text(Role role) {
    byte[] bytes = writer.out().array();
    return captured.has(role)
        ? JsonStrings.decode(bytes, captured.from(role), captured.to(role))
        : "";
  }

  @Override
  public <V> @Nullable V in(ByteMap<V> map, Role role) {
    return captured.has(role)
        ? map.get(writer.out().array(), captured.from(role), captured.to(role))
        : null;
  }

  @Override
  public <V> void into(ByteMap<V> map, Role role, V value) {
    map.put(writer.out().array(), captured.from(role), captured.to(role), value);
  }
}
