package com.spokefleet.siem.splunk.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Pages are forms of a version that is kept, and no search waits for a token for ever. */
final class ViewCheck implements Check {
  private static final Pattern TOKEN =
      Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.]*)(?:\\|[a-z])?\\$");

  /** Pages that every Splunk has. */
  private static final Set<String> BUILT_IN =
      Set.of("search", "reports", "alerts", "dashboards", "datasets");

  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    app.views().forEach((name, view) -> page("view " + name, view, problems));
    View navigation = View.of(app.text(AppFiles.NAVIGATION));
    if (!navigation.problem().isEmpty()) {
      problems.add(AppFiles.NAVIGATION + ": " + navigation.problem());
    }
    for (Element view : navigation.named("view")) {
      String name = view.getAttribute("name");
      if (!app.views().containsKey(name) && !BUILT_IN.contains(name)) {
        problems.add(AppFiles.NAVIGATION + ": there is no view " + name);
      }
    }
    return problems;
  }

  private static void page(String place, View view, List<String> problems) {
    if (!view.problem().isEmpty()) {
      problems.add(place + ": " + view.problem());
      return;
    }
    Element root = view.elements().getFirst();
    if (!Set.of("form", "dashboard").contains(root.getTagName())
        || !Set.of("1.1", "2").contains(root.getAttribute("version"))) {
      problems.add(place + ": it must be a form or dashboard of version 1.1");
    }
    SortedSet<String> wanted = new TreeSet<>();
    for (String text : view.texts()) {
      // Two dollars are one, and no token.
      TOKEN.matcher(text.replace("$$", "")).results().forEach(use -> wanted.add(use.group(1)));
    }
    wanted.removeAll(defined(view));
    wanted.forEach(token -> problems.add(place + ": nothing sets the token " + token));
  }

  private static Set<String> defined(View view) {
    // What a handler of changes is told.
    Set<String> defined = new HashSet<>(Set.of("value", "label"));
    for (Element input : view.named("input")) {
      String token = input.getAttribute("token");
      defined.add(token);
      defined.add("form." + token);
      if (input.getAttribute("type").equals("time")) {
        defined.add(token + ".earliest");
        defined.add(token + ".latest");
      }
    }
    for (Element init : view.named("init")) {
      for (int at = 0; at < init.getElementsByTagName("set").getLength(); at++) {
        if (init.getElementsByTagName("set").item(at) instanceof Element set) {
          defined.add(set.getAttribute("token"));
        }
      }
    }
    return defined;
  }
}
