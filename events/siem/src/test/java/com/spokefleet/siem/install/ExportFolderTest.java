package com.spokefleet.siem.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportFolderTest {
  @TempDir Path temporary;

  @Test
  void onlyWhatWasWrittenBeforeIsReplacedAndRemoved() throws IOException {
    Path out = temporary.resolve("a/out");
    new ExportFolder(out).write(files("app/default/x.conf", "1", "old/deep/y", "2"));
    Files.writeString(out.resolve("notes.txt"), "mine");

    new ExportFolder(out).write(files("app/default/x.conf", "3", "new", "4"));

    assertThat(out.resolve("app/default/x.conf")).hasContent("3");
    assertThat(out.resolve("new")).hasContent("4");
    assertThat(out.resolve("old")).doesNotExist();
    assertThat(out.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void aFolderOfSomebodyElseIsRefusedAndStaysAsItIs() throws IOException {
    Files.writeString(temporary.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> new ExportFolder(temporary).write(files("x", "1")))
        .isInstanceOf(InstallException.class)
        .hasMessageStartingWith("Cannot export to ")
        .hasMessageContaining("not empty");
    assertThat(temporary).isDirectoryNotContaining("glob:**x");
  }

  @Test
  void aFileOfSomebodyElseInTheWayIsRefusedBeforeAnythingIsWritten() throws IOException {
    new ExportFolder(temporary).write(files("a", "1"));
    Files.writeString(temporary.resolve("b"), "mine");

    assertThatThrownBy(() -> new ExportFolder(temporary).write(files("a", "2", "b", "2")))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("b is there");
    assertThat(temporary.resolve("a")).hasContent("1");
    assertThat(temporary.resolve("b")).hasContent("mine");
  }

  @Test
  void aListThatLeadsElsewhereRemovesNothingThere() throws IOException {
    Path out = temporary.resolve("out");
    new ExportFolder(out).write(files("a", "1"));
    Path outside = Files.writeString(temporary.resolve("outside"), "mine");
    Files.writeString(out.resolve("fleet-siem-export.txt"), "a\n../outside\n");

    new ExportFolder(out).write(files("a", "2"));

    assertThat(outside).hasContent("mine");
  }

  private static SortedMap<String, byte[]> files(String... pathsAndTexts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int index = 0; index < pathsAndTexts.length; index += 2) {
      files.put(pathsAndTexts[index], pathsAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }
}
