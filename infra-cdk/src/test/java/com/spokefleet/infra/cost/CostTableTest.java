package com.spokefleet.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill in docs/OPERATIONS.md is that of the committed templates. Written by -Dupdate. */
final class CostTableTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = REPOSITORY.resolve("docs/OPERATIONS.md");
  private static final Path TEMPLATES = REPOSITORY.resolve("infra-cdk/example");
  private static final String BEGIN = "<!-- cost: written by CostTableTest -->\n";
  private static final String END = "<!-- /cost -->";

  @Test
  void pageHasTheBillOfTheTemplates() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN).contains(END);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, from) + table() + page.substring(page.indexOf(END));
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).as("written anew with -Dupdate").isEqualTo(expected);
  }

  @Test
  void whatIsPrintedAddsUp() throws IOException {
    List<String> rows = table().lines().filter(line -> line.startsWith("| ")).toList();
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    List<BigDecimal> totals = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      List<String> cells = List.of(row.split("\\|", -1));
      for (int fleet = 0; fleet < sums.length; fleet++) {
        BigDecimal printed = new BigDecimal(cells.get(4 + fleet).replaceAll("[ *,]", ""));
        if (cells.get(1).contains("Total")) {
          totals.add(printed);
        } else if (!cells.get(1).contains("**")) {
          sums[fleet] = sums[fleet].add(printed);
        }
      }
    }
    assertThat(totals).containsExactly(sums).hasSize(CostTable.FLEETS.size());
  }

  /** Negative control: a template with more memory is another page. */
  @Test
  void aChangedStackChangesTheBill(@TempDir Path folder) throws IOException {
    for (String name : List.of("hub", "amer")) {
      String file = "spokefleet-example-" + name + ".template.json";
      Files.writeString(
          folder.resolve(file),
          Files.readString(TEMPLATES.resolve(file))
              .replace("\"MemorySize\" : 1792", "\"MemorySize\" : 3584"));
    }
    Item changed =
        MonthlyCost.of(DeployedOrg.of(folder, "amer", name -> true), Assumptions.stated())
            .item("Lambda: ingestion");
    Item asDeployed = MonthlyCost.of(amer(""), Assumptions.stated()).item("Lambda: ingestion");
    assertThat(changed.unitsPerOrg()).isEqualTo(2 * asDeployed.unitsPerOrg());
  }

  private static String table() throws IOException {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      DeployedOrg org = amer("");
      Assumptions assumed = Assumptions.stated();
      return CostTable.of(
          MonthlyCost.of(org, assumed),
          assumed.sentences(org),
          CostTable.levers(org, amer("-ops-datadog"), amer("-silent-"), assumed));
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  private static DeployedOrg amer(String without) throws IOException {
    return DeployedOrg.of(TEMPLATES, "amer", name -> without.isEmpty() || !name.contains(without));
  }
}
