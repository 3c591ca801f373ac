package com.spokefleet.lake.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofsTable;
import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.audit.AuditRow;
import com.spokefleet.normalize.edge.EdgeMetricsRow;
import com.spokefleet.normalize.row.AgentPresenceRow;
import com.spokefleet.normalize.row.AgentRoutingStatusRow;
import com.spokefleet.normalize.row.AgentRow;
import com.spokefleet.normalize.row.AttributeRow;
import com.spokefleet.normalize.row.ConversationRow;
import com.spokefleet.normalize.row.DivisionRow;
import com.spokefleet.normalize.row.EvaluationRow;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.OrgRow;
import com.spokefleet.normalize.row.PresenceRow;
import com.spokefleet.normalize.row.QueueIntervalRow;
import com.spokefleet.normalize.row.QueueRow;
import com.spokefleet.normalize.row.RevenueRow;
import com.spokefleet.normalize.row.SegmentRow;
import com.spokefleet.normalize.row.ServiceLevelRuleRow;
import com.spokefleet.normalize.row.SurveyRow;
import com.spokefleet.normalize.row.WrapupRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every column reads a value of its own type, and none that is required is ever without one. */
class RowsOfTablesTest {
  /** Never null in a record, and yet in the rows of older files. */
  private static final Set<String> ADDED_LATER = Set.of("dim_agent.person_key");

  private record Declared<R>(Table<R> table, Class<R> type) {
    Row full() throws ReflectiveOperationException {
      return Row.of(table, SampleRecords.full(type));
    }

    Row sparse() throws ReflectiveOperationException {
      return Row.of(table, SampleRecords.sparse(type));
    }

    @Override
    public String toString() {
      return table.name();
    }
  }

  static Stream<Declared<?>> tables() {
    return Stream.of(
        new Declared<>(ConversationsTable.TABLE, ConversationRow.class),
        new Declared<>(InteractionsTable.TABLE, InteractionRow.class),
        new Declared<>(SegmentsTable.TABLE, SegmentRow.class),
        new Declared<>(OrgsTable.TABLE, OrgRow.class),
        new Declared<>(QueuesTable.TABLE, QueueRow.class),
        new Declared<>(AgentsTable.TABLE, AgentRow.class),
        new Declared<>(WrapupsTable.TABLE, WrapupRow.class),
        new Declared<>(DivisionsTable.TABLE, DivisionRow.class),
        new Declared<>(ProofsTable.TABLE, PartitionProof.class),
        new Declared<>(ConversationAttributesTable.TABLE, AttributeRow.class),
        new Declared<>(EvaluationsTable.TABLE, EvaluationRow.class),
        new Declared<>(SurveysTable.TABLE, SurveyRow.class),
        new Declared<>(RevenueTable.TABLE, RevenueRow.class),
        new Declared<>(RevenueWaitingTable.TABLE, RevenueWaitingTable.FeedRow.class),
        new Declared<>(ExchangeRatesTable.TABLE, ExchangeRatesTable.LandedRate.class),
        new Declared<>(AgentPresenceTable.TABLE, AgentPresenceRow.class),
        new Declared<>(AgentRoutingStatusTable.TABLE, AgentRoutingStatusRow.class),
        new Declared<>(PresencesTable.TABLE, PresenceRow.class),
        new Declared<>(QueueIntervalsTable.TABLE, QueueIntervalRow.class),
        new Declared<>(ServiceLevelRulesTable.TABLE, ServiceLevelRuleRow.class),
        new Declared<>(AuditsTable.TABLE, AuditRow.class),
        new Declared<>(EdgeMetricsTable.TABLE, EdgeMetricsRow.class));
  }

  @Test
  void allTablesAreTested() {
    assertThat(tables().map(Declared::table).map(Table::name))
        .containsExactlyInAnyOrderElementsOf(Tables.ALL.stream().map(Table::name).toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aFullRecordFillsEveryColumn(Declared<?> declared) throws ReflectiveOperationException {
    Row row = declared.full();
    for (Column<?> column : declared.table().columns()) {
      assertThat(row.get(declared.table(), column.name())).as(column.name()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aRecordWithNullsLeavesExactlyTheOptionalColumnsEmpty(Declared<?> declared)
      throws ReflectiveOperationException {
    Row row = declared.sparse();
    List<String> empty =
        declared.table().columns().stream()
            .map(Column::name)
            .filter(name -> row.get(declared.table(), name) == null)
            .toList();
    assertThat(empty)
        .containsExactlyElementsOf(
            declared.table().columns().stream()
                .filter(column -> !column.required())
                .map(Column::name)
                .filter(name -> !ADDED_LATER.contains(declared.table().name() + "." + name))
                .toList());
  }

  @Test
  void aTextColumnReadsTheComponentItIsNamedAfter() throws ReflectiveOperationException {
    Row row = Row.of(SegmentsTable.TABLE, SampleRecords.full(SegmentRow.class));
    assertThat(row.get(SegmentsTable.TABLE, "flow_transfer_target_address"))
        .isEqualTo("flowTransferTargetAddress");
    assertThat(textsOf(SegmentsTable.TABLE, row)).doesNotHaveDuplicates();
    assertThat(
            textsOf(
                ConversationsTable.TABLE,
                Row.of(ConversationsTable.TABLE, SampleRecords.full(ConversationRow.class))))
        .doesNotHaveDuplicates();
    assertThat(
            textsOf(
                InteractionsTable.TABLE,
                Row.of(InteractionsTable.TABLE, SampleRecords.full(InteractionRow.class))))
        .doesNotHaveDuplicates();
  }

  private static List<String> textsOf(Table<?> table, Row row) {
    return table.columns().stream()
        .map(column -> row.get(table, column.name()))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }
}
