package com.spokefleet.aws;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * S3Proxy over memory. It checks If-Match before it writes and not while it writes; the proxy in
 * front lets one write through at a time, which makes the condition as atomic as S3's.
 */
public final class EmbeddedS3 implements AutoCloseable {
  private final S3Proxy server;
  private final FaultProxy front;

  public EmbeddedS3() throws Exception {
    server =
        S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .awsAuthentication(AuthenticationType.NONE, "", "")
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    server.start();
    front = new FaultProxy(URI.create("http://127.0.0.1:" + server.getPort()));
  }

  public URI address() {
    return front.address();
  }

  @Override
  public void close() throws Exception {
    front.close();
    server.stop();
  }
}
