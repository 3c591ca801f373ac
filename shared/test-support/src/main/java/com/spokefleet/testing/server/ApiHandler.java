package com.spokefleet.testing.server;

import java.io.IOException;

/** Answers the calls of some endpoints. */
interface ApiHandler {
  Reply handle(ApiCall call) throws IOException;
}
