package com.spokefleet.replay;

import com.spokefleet.replay.delivery.ChunkLimits;
import com.spokefleet.replay.delivery.Outcome;
import com.spokefleet.replay.delivery.Receipt;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.record.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A target that remembers what it holds, and answers as told. */
public final class ScriptedTarget implements Target {
  private final List<Outgoing> held = new ArrayList<>();
  private final int recordsAtOnce;
  private Function<List<Outgoing>, Receipt> script;

  public ScriptedTarget(int recordsAtOnce) {
    this.recordsAtOnce = recordsAtOnce;
    this.script = this::take;
  }

  public void answers(Function<List<Outgoing>, Receipt> other) {
    script = other;
  }

  /** Holds all of it from now on. */
  public Receipt take(List<Outgoing> chunk) {
    held.addAll(chunk);
    return answer(chunk, Outcome.Kind.SENT);
  }

  public static Receipt answer(List<Outgoing> chunk, Outcome.Kind kind) {
    String reason = kind == Outcome.Kind.SENT ? "" : "Cannot: " + kind;
    return new Receipt(
        chunk.stream().map(record -> new Outcome(kind, reason)).toList(),
        kind == Outcome.Kind.NOT_SENT ? java.util.Optional.of(reason) : java.util.Optional.empty());
  }

  public List<String> ids() {
    return held.stream().map(Outgoing::eventId).toList();
  }

  public List<String> texts() {
    return held.stream().map(record -> new String(record.data(), StandardCharsets.UTF_8)).toList();
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public ChunkLimits limits() {
    return new ChunkLimits(recordsAtOnce, 1 << 20);
  }

  @Override
  public Receipt send(List<Outgoing> chunk) {
    return script.apply(chunk);
  }
}
