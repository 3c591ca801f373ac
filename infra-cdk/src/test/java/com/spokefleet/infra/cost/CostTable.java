package com.spokefleet.infra.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The bill as docs/OPERATIONS.md has it. */
final class CostTable {
  static final List<Integer> FLEETS = List.of(1, 10, 100);

  private static final int MOST = 3;
  private static final int MIDDLE = 10;
  private static final int LARGEST = 100;
  private static final double SLOWER = 15;

  /** What a key of fleet.yaml makes of the bill. */
  record Lever(String says, MonthlyCost then) {}

  private CostTable() {}

  static String of(MonthlyCost cost, List<String> sentences, List<Lever> levers) {
    StringBuilder text = new StringBuilder();
    text.append("US dollars a month, the dearest first.\n\n");
    text.append("| Item | Units per org, of the hub | Price of a unit |");
    FLEETS.forEach(orgs -> text.append(" %,d %s |".formatted(orgs, orgs == 1 ? "org" : "orgs")));
    text.append("\n|---|---|---|").append("--:|".repeat(FLEETS.size())).append('\n');
    for (Item item : cost.dearestFirst(LARGEST)) {
      text.append(
          "| %s | %s | %s a %s |"
              .formatted(item.name(), units(item), item.price().text(), item.price().unit()));
      FLEETS.forEach(orgs -> text.append(" %,.2f |".formatted(item.dollars(orgs))));
      text.append('\n');
    }
    row(text, "**Total**", orgs(cost, false));
    row(text, "**Per org**", orgs(cost, true));
    text.append("\n**What drives it.** ").append(drivers(cost)).append(' ');
    text.append(
        levers.stream()
            .map(lever -> saving(cost, lever))
            .collect(Collectors.joining("; ", "", ".")));
    text.append("\n\nAssumed:\n\n");
    sentences.forEach(sentence -> text.append("* ").append(sentence).append('\n'));
    return text.toString();
  }

  /** The keys of fleet.yaml that change the bill of an org by much. */
  static List<Lever> levers(
      DeployedOrg org, DeployedOrg oneSiem, DeployedOrg withoutSilence, Assumptions assumed) {
    return List.of(
        new Lever("one SIEM less (`destinations` of the spoke)", MonthlyCost.of(oneSiem, assumed)),
        new Lever(
            "a run every %.0f minutes (`schedule.period`)".formatted(SLOWER),
            MonthlyCost.of(org.every(SLOWER), assumed)),
        new Lever(
            "no polling of audits and Edges (`polls`)",
            MonthlyCost.of(org, assumed.withoutPolls())),
        new Lever(
            "no alarm on silence (`operations.silence` left out)",
            MonthlyCost.of(withoutSilence, assumed)));
  }

  private static String drivers(MonthlyCost cost) {
    BigDecimal total = cost.total(MIDDLE);
    String dearest =
        cost.dearestFirst(MIDDLE).stream()
            .limit(MOST)
            .map(item -> "%s %.0f %%".formatted(item.name(), share(item.dollars(MIDDLE), total)))
            .collect(Collectors.joining(", "));
    return "Of %d orgs' bill: %s. Of an org's month it saves:".formatted(MIDDLE, dearest);
  }

  private static double share(BigDecimal part, BigDecimal whole) {
    return 100 * part.doubleValue() / whole.doubleValue();
  }

  private static String saving(MonthlyCost cost, Lever lever) {
    BigDecimal saved =
        cost.total(LARGEST)
            .subtract(lever.then().total(LARGEST))
            .divide(BigDecimal.valueOf(LARGEST), 2, RoundingMode.HALF_UP);
    return "%s $%s".formatted(lever.says(), saved);
  }

  private static List<BigDecimal> orgs(MonthlyCost cost, boolean each) {
    return FLEETS.stream()
        .map(
            orgs ->
                cost.total(orgs)
                    .divide(BigDecimal.valueOf(each ? orgs : 1), 2, RoundingMode.HALF_UP))
        .toList();
  }

  private static void row(StringBuilder text, String name, List<BigDecimal> dollars) {
    text.append("| %s | | |".formatted(name));
    dollars.forEach(sum -> text.append(" **%,.2f** |".formatted(sum)));
    text.append('\n');
  }

  private static String units(Item item) {
    if (item.unitsPerOrg() == 0) {
      return "+ " + number(item.unitsOfHub());
    }
    return number(item.unitsPerOrg())
        + (item.unitsOfHub() == 0 ? "" : " + " + number(item.unitsOfHub()));
  }

  private static String number(double units) {
    if (units == Math.rint(units) || units >= LARGEST) {
      return String.format(Locale.ROOT, "%,.0f", units);
    }
    return String.format(Locale.ROOT, units < 1 ? "%.4f" : "%.2f", units);
  }
}
