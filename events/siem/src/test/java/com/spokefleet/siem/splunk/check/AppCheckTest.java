package com.spokefleet.siem.splunk.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.install.SiemContent;
import com.spokefleet.siem.splunk.SampleContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with an app, a check says so; each is shown an app that is wrong in one way.
 */
class AppCheckTest {
  private static final SortedMap<String, byte[]> SOUND =
      SiemContent.of(SampleContext.context()).splunk();
  private static final AppCheck CHECK = AppCheck.ofKnownFields();
  private static final String VIEW = "default/data/ui/views/genesys_audit_overview.xml";
  private static final String SEARCHES = "default/savedsearches.conf";

  private record Damage(String name, Consumer<SortedMap<String, byte[]>> done, String complaint) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void aSoundAppHasNoProblems() {
    assertThat(CHECK.problems(SOUND)).isEmpty();
  }

  /** The backend's errors are found by a search of the company's own, with macros of its own. */
  @Test
  void aMacroFromElsewhereMayFindTheBackend() {
    SortedMap<String, byte[]> files = new TreeMap<>(SOUND);
    files.put(
        "default/macros.conf",
        bytes(text("default/macros.conf").replace("(index=web status", "(`crm_web` state")));

    assertThat(CHECK.problems(files)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void noticesThat(Damage damage) {
    SortedMap<String, byte[]> files = new TreeMap<>(SOUND);
    damage.done.accept(files);

    assertThat(CHECK.problems(files)).anyMatch(problem -> problem.contains(damage.complaint));
  }

  static Stream<Damage> damages() {
    return Stream.of(
        added("local/app.conf", "[ui]\n", "what one installation has changed"),
        added("metadata/local.meta", "[]\n", "what one installation has changed"),
        added("default/.DS_Store", "x", "no hidden files"),
        added("bin/run.py", "print()", "no part of an app without code"),
        added("lookups/a b.csv", "x", "letters, digits"),
        new Damage(
            "too large", files -> files.put("lookups/noise.csv", noise()), "the package has"),
        new Damage("no menu", files -> files.remove(AppFiles.NAVIGATION), "it is missing"),
        replaced("default/app.conf", "[ui]", "[ui", "the stanza has no end"),
        replaced("metadata/default.meta", "[savedsearches]\nexport = none", "", "exported"),
        replaced("default/app.conf", "id = spokefleet_genesys_cloud", "id = other", "[package] id"),
        replaced("app.manifest", "\"1.0.0\"", "\"1.0.1\"", "app.manifest version"),
        replaced("default/app.conf", "1.0.0", "1.0", "no semantic version"),
        new Damage(
            "small icon",
            files -> files.put("static/appIcon_2x.png", SOUND.get("static/appIcon.png")),
            "72 pixels"),
        new Damage("no icon", files -> files.remove("static/appIcon.png"), "no such image"),
        replaced(
            SEARCHES,
            "dispatch.earliest_time = -2d",
            "dispatch.earliest_time = rt-1m",
            "no real-time"),
        replaced(
            SEARCHES,
            "cron_schedule = 1-59/2 * * * *",
            "cron_schedule = * * * * *",
            "every minute"),
        replaced(SEARCHES, "cron_schedule = 1-59/2", "cron_schedule = often", "no schedule"),
        everywhere(
            SEARCHES, "cron_schedule = [0-9]-59/5", "cron_schedule = 0-59/5", "searches run at"),
        replaced(SEARCHES, "`genesys_prepare`", "`genesys_prepared`", "no macro genesys_prepared"),
        replaced("default/macros.conf", "[genesys_raise(1)]", "[genesys_raise(2)]", "no macro"),
        replaced("default/transforms.conf", "[genesys_orgs]", "[genesys_org]", "no lookup"),
        replaced("default/props.conf", "= genesys_users ", "= users ", "no lookup users"),
        new Damage("no list of orgs", files -> files.remove("lookups/genesys_orgs.csv"), "no file"),
        replaced("default/collections.conf", "[genesys_baseline]", "[b]", "no collection"),
        replaced(
            "default/tags.conf", "[eventtype=genesys_sign_in]", "[eventtype=x]", "no such event"),
        replaced(VIEW, "`genesys_audits`", "eventtype=genesys_audited", "no event type"),
        replaced(VIEW, "</form>", "</frm>", "it is no XML"),
        replaced(VIEW, "<form version=\"1.1\">", "<form>", "version 1.1"),
        replaced(VIEW, "$where_org_name$", "$where_org$", "nothing sets the token where_org"),
        replaced(AppFiles.NAVIGATION, "genesys_alerts", "genesys_alarms", "no view genesys_alarms"),
        replaced(VIEW, "BY org_name", "BY organisation", "nothing has a field organisation"),
        replaced(VIEW, "table _time, org_name", "table _time, the_org", "a field the_org"),
        replaced(SEARCHES, "entity_type=", "entity_kind=", "nothing has a field entity_kind"));
  }

  private static Damage added(String path, String text, String complaint) {
    return new Damage("with " + path, files -> files.put(path, bytes(text)), complaint);
  }

  private static Damage replaced(String path, String from, String to, String complaint) {
    return new Damage(
        "%s has %s for %s".formatted(path, to, from),
        files -> {
          String text = text(path);
          assertThat(text).contains(from);
          files.put(path, bytes(text.replace(from, to)));
        },
        complaint);
  }

  private static Damage everywhere(String path, String from, String to, String complaint) {
    return new Damage(
        "all of %s has %s".formatted(path, to),
        files -> files.put(path, bytes(text(path).replaceAll(from, to))),
        complaint);
  }

  private static String text(String path) {
    return new String(SOUND.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What cannot be packed any smaller. */
  private static byte[] noise() {
    byte[] noise = new byte[1 << 20];
    new Random(1).nextBytes(noise);
    return noise;
  }

  @Test
  void readsTheFieldsOfASearch() {
    SplFields fields =
        SplFields.of(
            """
            `macro` (a="x=y" AND (NOT b>=3)) | eval c=if(d=1, 2, 3), e=f
            | stats dc(g) AS h, count BY i, j | sort 10 -h | rename h AS k
            | lookup l m OUTPUT n AS o, p | append [search q="1" | table r]""");

    assertThat(fields.used()).containsAll(List.of("a", "b", "g", "h", "i", "j", "q", "r"));
    assertThat(fields.used()).doesNotContain("x", "y", "count", "10");
    assertThat(fields.made()).contains("c", "e", "h", "k", "o", "p");
  }
}
