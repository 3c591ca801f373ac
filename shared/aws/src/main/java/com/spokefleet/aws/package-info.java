/** The lake's stores and the organisations' secrets on S3, DynamoDB and Secrets Manager. */
@NullMarked
package com.spokefleet.aws;

import org.jspecify.annotations.NullMarked;
