package com.spokefleet.siem.splunk.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.siem.splunk.conf.ConfReader.Conf;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConfFileTest {
  @Test
  void readsWhatItWrote() {
    ConfFile file = new ConfFile("A test.");
    file.stanza("source::a:b").set("search", "first\n| second = \"x\"\n| third").set("count", 3);
    file.stanza("other").set("empty", "");

    Conf conf = read(file);

    assertThat(conf.problems()).isEmpty();
    assertThat(conf.setting("source::a:b", "search")).isEqualTo("first\n| second = \"x\"\n| third");
    assertThat(conf.setting("source::a:b", "count")).isEqualTo("3");
    assertThat(conf.stanzas()).containsOnlyKeys("source::a:b", "other");
  }

  @Test
  void refusesWhatSplunkWouldReadOtherwise() {
    ConfFile.Stanza stanza = new ConfFile("A test.").stanza("a");

    assertThatThrownBy(() -> stanza.set("key", "ends with \\")).hasMessageContaining("otherwise");
    assertThatThrownBy(() -> stanza.set("key", " spaces ")).hasMessageContaining("otherwise");
    assertThatThrownBy(() -> stanza.set("a key", "x")).hasMessageContaining("Cannot set a key");
    stanza.set("twice", "1");
    assertThatThrownBy(() -> stanza.set("twice", "2")).hasMessageContaining("twice");
  }

  @Test
  void tellsWhatSplunkWouldNot() {
    Conf conf =
        ConfReader.read(
            """
            early = 1
            [a]
            key = 1
            key = 2
            no setting
            [b
            [a]
            """);

    assertThat(conf.problems())
        .containsExactly(
            "line 1: early stands before any stanza",
            "line 4: key of [a] is set twice",
            "line 5: this is no setting: no setting",
            "line 6: the stanza has no end: [b",
            "line 7: [a] is there twice");
  }

  private static Conf read(ConfFile file) {
    return ConfReader.read(new String(file.bytes(), StandardCharsets.UTF_8));
  }
}
