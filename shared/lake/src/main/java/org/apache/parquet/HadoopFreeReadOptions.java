package org.apache.parquet;

import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.format.converter.ParquetMetadataConverter;

/**
 * Read options made without {@link ParquetReadOptions.Builder}, whose constructor asks Hadoop for
 * its codecs before anybody can name others (parquet-java 1.18.1). It stands in this package
 * because the constructor that is left is visible nowhere else.
 */
public final class HadoopFreeReadOptions {
  private static final int ALLOCATION_BYTES = 8 << 20;

  private HadoopFreeReadOptions() {}

  /** Whole files, no filters, page checksums verified. */
  public static ParquetReadOptions using(CompressionCodecFactory codecs) {
    boolean useSignedStringMinMax = false;
    boolean useStatsFilter = false;
    boolean useDictionaryFilter = false;
    boolean useRecordFilter = false;
    boolean useColumnIndexFilter = false;
    boolean usePageChecksumVerification = true;
    boolean useBloomFilter = false;
    boolean useOffHeapDecryptBuffer = false;
    boolean useHadoopVectoredIo = false;
    return new ParquetReadOptions(
        useSignedStringMinMax,
        useStatsFilter,
        useDictionaryFilter,
        useRecordFilter,
        useColumnIndexFilter,
        usePageChecksumVerification,
        useBloomFilter,
        useOffHeapDecryptBuffer,
        useHadoopVectoredIo,
        FilterCompat.NOOP,
        ParquetMetadataConverter.NO_FILTER,
        codecs,
        new HeapByteBufferAllocator(),
        ALLOCATION_BYTES,
        Map.of(),
        null,
        null,
        new PlainParquetConfiguration());
  }
}
