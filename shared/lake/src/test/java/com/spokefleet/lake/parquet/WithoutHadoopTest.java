package com.spokefleet.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.store.testing.OtherProcess;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Lambda's jar has no Hadoop and no native codec; writing and reading must not miss them. */
final class WithoutHadoopTest {
  @TempDir Path folder;

  @Test
  void filesAreWrittenAndReadWhereThereIsNoHadoop() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("hadoop-client-api"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(classPath).doesNotContain("hadoop-c", "zstd-jni", "snappy");

    Process process =
        OtherProcess.start(WriteAndRead.class, classPath, List.of(), folder.resolve("file"));
    String output = OtherProcess.awaitSuccess(process);

    assertThat(output).contains("read 1000 rows");
  }
}
