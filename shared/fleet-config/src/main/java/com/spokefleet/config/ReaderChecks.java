package com.spokefleet.config;

import java.util.List;
import java.util.Optional;

/** Who reads the lake is told once, from where it comes, and belongs to the lake's partition. */
final class ReaderChecks {
  private final Problems problems;
  private final UniqueValues names;

  ReaderChecks(Problems problems) {
    this.problems = problems;
    this.names = new UniqueValues(problems, "is also the name of");
  }

  void check(SectionValues hub) {
    Optional<Partition> partition = hub.optional(HubSection.AWS_REGION).map(Partition::ofAwsRegion);
    for (Located<SectionValues> reader : hub.optional(HubSection.READERS).orElse(List.of())) {
      reader.value().located(LakeReaderSection.NAME).ifPresent(names::add);
      requirePlace(reader);
      partition.ifPresent(
          lake ->
              reader.value().optional(LakeReaderSection.TRUSTS).orElse(List.of()).stream()
                  .filter(trusted -> !trusted.value().startsWith("arn:" + lake.awsName() + ":"))
                  .forEach(
                      trusted ->
                          problems.add(
                              trusted,
                              "must be of partition %s, for the lake is: identities end at its"
                                      .formatted(lake.awsName())
                                  + " border")));
    }
  }

  /** A key to a user's account works from everywhere unless something says from where. */
  private void requirePlace(Located<SectionValues> reader) {
    SectionValues values = reader.value();
    boolean assumed = values.isWritten(LakeReaderSection.TRUSTS);
    boolean placed =
        values.isWritten(LakeReaderSection.VPC_ENDPOINTS)
            || values.isWritten(LakeReaderSection.ADDRESSES);
    if (!assumed && !placed) {
      problems.add(
          reader,
          "must say where it comes from, by fromVpcEndpoints or fromAddresses, or who may become it,"
              + " by trusts: the key of a user would work from everywhere");
    }
  }
}
