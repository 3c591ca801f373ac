package com.spokefleet.config;

import java.util.List;
import java.util.Optional;

/** One of {@code hub.readers} of fleet.yaml. */
final class LakeReaderSection {
  static final Key<String> NAME =
      Key.required("name", ScalarTypes.NAME, "Name of the reader, unique in the fleet.");
  static final Key<List<Located<String>>> TRUSTS =
      Key.optional(
          "trusts",
          new ListOf<>(AwsTypes.PRINCIPAL, 1),
          "ARNs of the IAM roles and users that may become the reader; absent: an IAM user is made,"
              + " without a key.");
  static final Key<List<Located<String>>> TABLES =
      Key.required(
          "tables", new ListOf<>(AwsTypes.TABLE, 1), "Tables that it reads; no other is readable.");
  static final Key<ReaderAccess> ACCESS =
      Key.withDefault(
          "access",
          Scalar.choice(ReaderAccess.NAMES, ReaderAccess::of),
          "files",
          "files: the objects themselves; athena: queries, in a workgroup of the reader's own.");
  static final Key<List<Located<String>>> VPC_ENDPOINTS =
      Key.optional(
          "fromVpcEndpoints",
          new ListOf<>(AwsTypes.VPC_ENDPOINT, 1),
          "VPC endpoints that it comes through, such as vpce-0123456789abcdef0.");
  static final Key<List<Located<String>>> ADDRESSES =
      Key.optional(
          "fromAddresses",
          new ListOf<>(NetworkText.TYPE, 1),
          "Public networks that it comes from, such as 203.0.113.0/24.");

  static final Section SECTION =
      new Section(
          "Who may read some tables of the lake and nothing else.",
          List.of(NAME, TRUSTS, TABLES, ACCESS, VPC_ENDPOINTS, ADDRESSES));

  private LakeReaderSection() {}

  static LakeReader build(SectionValues values) {
    return new LakeReader(
        values.get(NAME),
        texts(values.optional(TRUSTS)),
        texts(values.optional(TABLES)),
        values.get(ACCESS),
        texts(values.optional(VPC_ENDPOINTS)),
        texts(values.optional(ADDRESSES)));
  }

  private static List<String> texts(Optional<List<Located<String>>> located) {
    return located.orElse(List.of()).stream().map(Located::value).toList();
  }
}
