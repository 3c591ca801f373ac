package com.spokefleet.testing.stream.firehose;

/**
 * A delivery stream's configuration, its destination's aside.
 *
 * @param retries of the processor, after its first invocation
 * @param prefix of all keys in the backup bucket; ends with a slash, or is empty
 */
public record StreamSettings(
    String name, String region, BufferingHints processing, int retries, String prefix) {
  private static final String ACCOUNT = "111122223333";

  /** As deployed: the processor is called with up to 0.25 MiB or 10 s of records. */
  public static StreamSettings named(String name, String region) {
    return new StreamSettings(name, region, BufferingHints.ofProcessor(0.25, 10), 3, "");
  }

  public StreamSettings processing(BufferingHints hints) {
    return new StreamSettings(name, region, hints, retries, prefix);
  }

  public StreamSettings prefix(String keys) {
    return new StreamSettings(name, region, processing, retries, keys);
  }

  public String arn() {
    return "arn:aws:firehose:%s:%s:deliverystream/%s".formatted(region, ACCOUNT, name);
  }

  String lambdaArn() {
    return "arn:aws:lambda:%s:%s:function:transform:$LATEST".formatted(region, ACCOUNT);
  }
}
