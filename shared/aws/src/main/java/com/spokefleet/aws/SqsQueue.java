package com.spokefleet.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** One standard queue. What is received stays in the queue, hidden, until it is deleted. */
public final class SqsQueue {
  /** As many as SQS hands out, or deletes, at once. */
  public static final int BATCH = 10;

  private final SqsClient client;
  private final String url;

  public SqsQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * At most {@value #BATCH} messages, hidden from others for a while; empty when none came in time.
   */
  public List<QueuedMessage> receive(Duration wait, Duration hidden) {
    try {
      return client
          .receiveMessage(
              request ->
                  request
                      .queueUrl(url)
                      .maxNumberOfMessages(BATCH)
                      .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                      .visibilityTimeout(Math.toIntExact(hidden.toSeconds()))
                      .messageAttributeNames("All"))
          .messages()
          .stream()
          .map(SqsQueue::message)
          .toList();
    } catch (SdkException failed) {
      throw AwsCallException.of(failed, Access.READ, "receive messages of " + url);
    }
  }

  /** Deletes up to {@value #BATCH} messages; returns the receipts SQS did not accept. */
  public Set<String> delete(List<String> receipts) {
    List<DeleteMessageBatchRequestEntry> entries =
        IntStream.range(0, receipts.size())
            .mapToObj(
                index ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id("" + index)
                        .receiptHandle(receipts.get(index))
                        .build())
            .toList();
    try {
      return client
          .deleteMessageBatch(request -> request.queueUrl(url).entries(entries))
          .failed()
          .stream()
          .map(BatchResultErrorEntry::id)
          .map(id -> receipts.get(Integer.parseInt(id)))
          .collect(Collectors.toSet());
    } catch (SdkException failed) {
      throw AwsCallException.of(failed, Access.WRITE, "delete messages of " + url);
    }
  }

  private static QueuedMessage message(Message message) {
    Map<String, String> attributes = new HashMap<>();
    message
        .messageAttributes()
        .forEach(
            (name, value) -> {
              if (value.stringValue() != null) {
                attributes.put(name, value.stringValue());
              }
            });
    return new QueuedMessage(
        message.messageId(), message.receiptHandle(), message.body(), Map.copyOf(attributes));
  }
}
