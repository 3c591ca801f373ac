package com.spokefleet.aws;

/** Whether a failed call could have changed something on the other side. */
enum Access {
  READ,
  WRITE
}
