package com.spokefleet.infra.event;

import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.OrgStorage;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.constructs.Construct;

/** What people said goes to the org's own raw bucket, as it came, and nowhere else. */
final class TranscriptStream extends Construct {
  private final CfnDeliveryStream stream;

  TranscriptStream(Construct scope, String id, OrgScope org, OrgStorage storage) {
    super(scope, id);
    StreamParts parts = new StreamParts(this, org, storage, "transcripts");
    stream =
        parts.stream(
            builder ->
                builder.extendedS3DestinationConfiguration(parts.objects(OrgStorage.TRANSCRIPTS)));
  }

  String arn() {
    return stream.getAttrArn();
  }
}
