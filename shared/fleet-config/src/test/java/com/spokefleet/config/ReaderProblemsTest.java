package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be let into the lake. */
class ReaderProblemsTest {
  private static final String ENDPOINT = "fromVpcEndpoints: [vpce-0123456789abcdef0]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: bi, tables: [dim_org], fromVpcEndpoints: [vpce-0123456789abcdef0]}",
        "{name: bi, tables: [dim_org], fromVpcEndpoints: [vpce-01234567]}",
        "{name: bi, tables: [dim_org], fromAddresses: [203.0.113.0/24, 198.51.100.7/32]}",
        "{name: bi, tables: [dim_org], fromAddresses: ['2001:db8::/32', '2001:db9::1/128']}",
        "{name: bi, tables: [dim_org], trusts: ['arn:aws:iam::111122223333:role/a/b']}",
        "{name: bi, tables: [dim_org], trusts: ['arn:aws:iam::111122223333:user/eva']}",
      })
  void readersThatAreRight(String reader) {
    assertThat(problems(reader)).isEmpty();
  }

  @Test
  void aUserSaysFromWhereItComes() {
    assertThat(problems("{name: bi, tables: [dim_org]}"))
        .containsExactly(
            "fleet.yaml:6:7 hub.readers[0]: must say where it comes from, by fromVpcEndpoints or"
                + " fromAddresses, or who may become it, by trusts: the key of a user would work"
                + " from everywhere");
    assertThat(problems("{name: bi, tables: [dim_org], fromAddresses: []}"))
        .containsExactly(
            "fleet.yaml:6:52 hub.readers[0].fromAddresses: must have at least 1 entry");
    assertThat(problems("{name: bi, tables: [dim_org], trusts: []}"))
        .containsExactly("fleet.yaml:6:45 hub.readers[0].trusts: must have at least 1 entry");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0/0 | admits nearly everybody; a network has at least /8",
        "0.0.0.0/1 | admits nearly everybody; a network has at least /8",
        "::/0 | admits nearly everybody; a network has at least /16",
        "203.0.113.7/24 | has bits set behind its first 24; write the network's own address",
        "2001:db8::1/32 | has bits set behind its first 32; write the network's own address",
        "10.1.0.0/16 | is never seen by S3, which knows public addresses only",
        "192.168.1.0/24 | is never seen by S3, which knows public addresses only",
        "fd00::/16 | is never seen by S3, which knows public addresses only",
        "203.0.113.0 | must be a network such as 203.0.113.0/24 or 2001:db8::/32",
        "203.0.113.0/33 | must be a network such as",
        "203.0.113/24 | must be a network such as",
        "256.0.113.0/24 | must be a network such as",
        "2001:db8::/129 | must be a network such as",
        "2001:::/32 | must be a network such as",
        "::ffff:203.0.113.0/120 | must be a network such as",
        "office.example.com/24 | must be a network such as",
      })
  void networksThatAreNone(String network, String problem) {
    assertThat(problems("{name: bi, tables: [dim_org], fromAddresses: ['%s']}".formatted(network)))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("fleet.yaml:6:53 hub.readers[0].fromAddresses[0]: " + problem));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tables: [] | tables: must have at least 1 entry",
        "tables: [Dim-Org] | tables[0]: must be the name of a table",
        "tables: ['*'] | tables[0]: must be the name of a table",
        "tables: [dim_org, dim_org] | tables[1]: is listed twice",
        "fromVpcEndpoints: [vpc-0123456789abcdef0], tables: [a] | fromVpcEndpoints[0]: must be the id"
            + " of a VPC endpoint, such as vpce-0123456789abcdef0",
        "fromVpcEndpoints: [vpce-0123], tables: [a] | fromVpcEndpoints[0]: must be the id",
        "trusts: ['*'], tables: [a] | trusts[0]: must be the ARN of an IAM role or user",
        "trusts: ['arn:aws:iam::111122223333:root'], tables: [a] | trusts[0]: must be the ARN of an",
        "trusts: ['arn:aws:iam::111122223333:role/*'], tables: [a] | trusts[0]: must be the ARN of",
        "trusts: ['arn:aws-cn:iam::111122223333:role/x'], tables: [a] | trusts[0]: must be of"
            + " partition aws, for the lake is: identities end at its border",
      })
  void valuesThatAreWrong(String more, String problem) {
    String reader =
        "{name: bi, "
            + more
            + (more.contains(ENDPOINT) ? "" : ", fromAddresses: [203.0.113.0/24]")
            + "}";
    assertThat(problems(reader))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("fleet.yaml:6:")
                    .contains(" hub.readers[0]." + problem));
  }

  @Test
  void namesAreUnique() {
    String first = "{name: bi, tables: [a], " + ENDPOINT + "}\n    - ";
    assertThat(problems(first + "{name: bi, tables: [b], " + ENDPOINT + "}"))
        .containsExactly(
            "fleet.yaml:7:14 hub.readers[1].name: is also the name of hub.readers[0].name");
    assertThat(problems(first + "{name: other, tables: [b], " + ENDPOINT + "}")).isEmpty();
  }

  private static List<String> problems(String reader) {
    return FleetText.problems(
        FleetText.with(
            "lakeBucket: acme-lake", "lakeBucket: acme-lake\n  readers:\n    - " + reader));
  }
}
