package com.spokefleet.lake.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard in pure Java, so that the same jar runs on x86 and arm64 and parquet-java never asks
 * Hadoop for a codec. The lake is written in zstd; files of others are read in what they commonly
 * come in. One factory serves one file and one thread.
 */
final class ZstdCodecFactory implements CompressionCodecFactory {
  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    requireZstd(codec);
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> new PageDecompressor(new ZstdDecompressor());
      case SNAPPY -> new PageDecompressor(new SnappyDecompressor());
      case UNCOMPRESSED -> new PlainPages();
      default ->
          throw new IllegalArgumentException(
              "Cannot read codec " + codec + ": zstd, snappy or none can be");
    };
  }

  @Override
  public void release() {
    // Buffers are plain heap arrays.
  }

  private static void requireZstd(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException(
          "Cannot use codec " + codec + ": the lake holds zstd only");
    }
  }

  /** The result is valid until the next call, which is as long as the page writer needs it. */
  private static final class Compressor implements BytesInputCompressor {
    private final ZstdCompressor zstd = new ZstdCompressor();
    private byte[] output = new byte[0];

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      byte[] input = bytes.toByteArray();
      int limit = zstd.maxCompressedLength(input.length);
      if (output.length < limit) {
        output = new byte[limit];
      }
      int length = zstd.compress(input, 0, input.length, output, 0, output.length);
      return BytesInput.from(output, 0, length);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      output = new byte[0];
    }
  }

  private static final class PageDecompressor implements BytesInputDecompressor {
    private final Decompressor codec;

    PageDecompressor(Decompressor codec) {
      this.codec = codec;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
      byte[] input = bytes.toByteArray();
      byte[] output = new byte[decompressedSize];
      int length = codec.decompress(input, 0, input.length, output, 0, output.length);
      if (length != decompressedSize) {
        throw new IOException(
            "Cannot decompress a page: it holds %d bytes, not %d"
                .formatted(length, decompressedSize));
      }
      return BytesInput.from(output);
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
        throws IOException {
      byte[] compressed = new byte[compressedSize];
      input.get(compressed);
      output.put(decompress(BytesInput.from(compressed), decompressedSize).toByteBuffer());
      output.flip();
    }

    @Override
    public void release() {
      // Nothing is kept between pages.
    }
  }

  /** Pages that were not compressed. */
  private static final class PlainPages implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) {
      return bytes;
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize) {
      byte[] page = new byte[compressedSize];
      input.get(page);
      output.put(page);
      output.flip();
    }

    @Override
    public void release() {
      // Nothing is kept between pages.
    }
  }
}
