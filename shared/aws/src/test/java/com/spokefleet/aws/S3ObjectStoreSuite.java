package com.spokefleet.aws;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectStoreContract;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** The contract of object stores, on whatever S3 the subclass is given. */
abstract class S3ObjectStoreSuite extends ObjectStoreContract {
  private final S3Client client;
  private final String bucket;

  S3ObjectStoreSuite(AwsEndpoints aws) {
    client = clientWithShortPages(aws.s3());
    bucket = TestClients.newBucket(client);
  }

  @AfterEach
  final void close() {
    client.close();
  }

  @Override
  protected final ObjectStore store() {
    return new S3ObjectStore(client, bucket, "lake/", TestClients.retry());
  }

  /** S3's own pages of 1,000 keys would take a thousand uploads to fill. */
  private static S3Client clientWithShortPages(URI endpoint) {
    S3ClientBuilder builder = TestClients.s3Builder(endpoint);
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new ShortPages())
                .build())
        .build();
  }

  private static final class ShortPages implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(
        Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
      return context.request() instanceof ListObjectsV2Request list
          ? list.toBuilder().maxKeys(7).build()
          : context.request();
    }
  }
}
