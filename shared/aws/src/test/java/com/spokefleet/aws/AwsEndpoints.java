package com.spokefleet.aws;

import java.net.URI;

/** Where the AWS of a test listens. */
public interface AwsEndpoints {
  URI s3();

  URI dynamoDb();

  URI secretsManager();
}
