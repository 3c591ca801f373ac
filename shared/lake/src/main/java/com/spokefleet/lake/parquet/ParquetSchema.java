package com.spokefleet.lake.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.Table;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The flat Parquet schema of a table, of types that Tableau's Hyper, Athena, DuckDB and Iceberg all
 * read alike.
 */
final class ParquetSchema {
  private ParquetSchema() {}

  static MessageType of(Table<?> table) {
    List<Type> fields =
        table.columns().stream().<Type>map(column -> field(column, repetition(column))).toList();
    return new MessageType(table.name(), fields);
  }

  /** The column's type in a file, whatever its repetition there. */
  static PrimitiveType field(Column<?> column, Repetition repetition) {
    return switch (column.type()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(stringType())
              .named(column.name());
      case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(timestampType(true, TimeUnit.MICROS))
              .named(column.name());
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition).as(dateType()).named(column.name());
      case DECIMAL, RATE ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(decimalType(column.type().scale(), ColumnType.DECIMAL_PRECISION))
              .named(column.name());
    };
  }

  private static Repetition repetition(Column<?> column) {
    return column.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
  }
}
