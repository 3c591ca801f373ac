package com.spokefleet.genesys.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body whole, but never more of it than a limit: a runaway answer must not end the heap.
 */
public final class BoundedBody<T> implements BodySubscriber<T> {
  /** The body is larger than allowed; asking again would not help. */
  public static final class TooLargeException extends IOException {
    TooLargeException(long limit) {
      super("the answer is larger than " + limit + " bytes");
    }
  }

  private final long limit;
  private final BodySubscriber<T> bytes;
  private Flow.@Nullable Subscription subscription;
  private long received;
  private boolean refused;

  private BoundedBody(long limit, BodySubscriber<T> bytes) {
    this.limit = limit;
    this.bytes = bytes;
  }

  /** Fails with {@link TooLargeException} beyond the limit. */
  public static BodyHandler<byte[]> handler(int limit) {
    return information -> new BoundedBody<>(limit, BodySubscribers.ofByteArray());
  }

  /** Into a file in place of the heap. */
  static BodyHandler<Path> handler(long limit, Path file) {
    return information -> new BoundedBody<>(limit, BodySubscribers.ofFile(file));
  }

  @Override
  public CompletionStage<T> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    bytes.onSubscribe(newSubscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      received += buffer.remaining();
    }
    if (received <= limit) {
      bytes.onNext(buffers);
    } else if (!refused) {
      refused = true;
      if (subscription != null) {
        subscription.cancel();
      }
      bytes.onError(new TooLargeException(limit));
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!refused) {
      bytes.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!refused) {
      bytes.onComplete();
    }
  }
}
