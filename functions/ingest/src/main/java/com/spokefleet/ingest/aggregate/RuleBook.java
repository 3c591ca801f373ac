package com.spokefleet.ingest.aggregate;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.ServiceLevelRulesTable;
import com.spokefleet.normalize.row.ServiceLevelRuleRow;
import com.spokefleet.normalize.servicelevel.ServiceLevelRule;
import com.spokefleet.normalize.servicelevel.ServiceLevelRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An org's service level rules as the lake keeps them. The dimension is the memory: what was learnt
 * is stored before the facts that refer to it.
 */
final class RuleBook {
  private final String orgId;
  private final Partition partition;
  private final LakeReader reader;
  private final PartitionReplacement replacement;

  RuleBook(String orgId, ObjectStore objects, Path scratch) {
    this.orgId = orgId;
    this.partition = Partition.perOrg(ServiceLevelRulesTable.TABLE.name(), orgId);
    this.reader = new LakeReader(objects, scratch);
    this.replacement = new PartitionReplacement(objects, scratch);
  }

  ServiceLevelRules read() {
    List<ServiceLevelRule> rules = new ArrayList<>();
    reader.forEach(
        ServiceLevelRulesTable.TABLE,
        partition,
        row -> rules.add(ServiceLevelRulesTable.rule(row)));
    return new ServiceLevelRules(rules);
  }

  void write(ServiceLevelRules rules, Fence fence) {
    replacement.replace(
        ServiceLevelRulesTable.TABLE,
        partition,
        fence,
        (current, next) -> {
          for (ServiceLevelRule rule : rules.all()) {
            next.add(Row.of(ServiceLevelRulesTable.TABLE, ServiceLevelRuleRow.of(orgId, rule)));
          }
        });
  }
}
