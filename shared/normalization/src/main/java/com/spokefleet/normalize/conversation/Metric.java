package com.spokefleet.normalize.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measured value of a session: counts (n…) or milliseconds (t…). The same name can occur several
 * times.
 */
public record Metric(String name, long value, @Nullable Instant emitDate) {}
