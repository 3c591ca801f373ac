package com.spokefleet.lake.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.store.testing.OtherProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job returns for a large day, unordered, lands in a heap that does not grow with it. */
final class ShuffledDayTest {
  @TempDir Path folder;

  @Test
  void aQuarterOfAMillionUnitsInNoOrderMergeInALittleHeap() throws Exception {
    Process merge =
        OtherProcess.start(
            ShuffledDay.class,
            System.getProperty("java.class.path"),
            List.of("-Xmx48m", "-XX:+UseSerialGC"),
            folder);

    assertThat(OtherProcess.awaitSuccess(merge))
        .contains(ShuffledDay.UNITS + " units, " + ShuffledDay.UNITS + " rows");
  }
}
