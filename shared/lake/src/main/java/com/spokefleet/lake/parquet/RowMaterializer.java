package com.spokefleet.lake.parquet;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Puts the values of a file's columns, in the file's order, into rows in the table's order. */
final class RowMaterializer extends RecordMaterializer<Row> {
  private final RootConverter root;

  RowMaterializer(Table<?> table, MessageType fileSchema) {
    this.root = new RootConverter(table, fileSchema);
  }

  @Override
  public Row getCurrentRecord() {
    return Row.ofCanonical(root.values);
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private static final class RootConverter extends GroupConverter implements ValueSink {
    private final int width;
    private final ValueConverter[] converters;
    private @Nullable Object[] values;

    RootConverter(Table<?> table, MessageType fileSchema) {
      width = table.columns().size();
      values = new @Nullable Object[width];
      converters = new ValueConverter[fileSchema.getFieldCount()];
      for (int field = 0; field < converters.length; field++) {
        int column = table.indexOf(fileSchema.getFieldName(field));
        converters[field] = new ValueConverter(this, column, table.columns().get(column).type());
      }
    }

    @Override
    public void put(int column, Object value) {
      values[column] = value;
    }

    @Override
    public Converter getConverter(int fieldIndex) {
      return converters[fieldIndex];
    }

    @Override
    public void start() {
      values = new @Nullable Object[width];
    }

    @Override
    public void end() {
      // The row is complete; it is taken by getCurrentRecord.
    }
  }
}
