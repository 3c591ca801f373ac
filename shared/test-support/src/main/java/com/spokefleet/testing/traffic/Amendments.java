package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries amendments out on a conversation: on its record and, apart from that, on its facts. */
final class Amendments {
  private Amendments() {}

  /** True where the conversation has a last agent with a wrap-up to amend. */
  static boolean canAmend(GeneratedConversation conversation) {
    return lastWrappedUp(conversation) != null && lastHandled(conversation) != null;
  }

  static void apply(GeneratedConversation conversation, Amendment amendment) {
    TrueFact.WrappedUp wrapup = lastWrappedUp(conversation);
    TrueFact.Handled handled = lastHandled(conversation);
    if (wrapup == null || handled == null) {
      throw new IllegalArgumentException(
          "Cannot amend conversation " + conversation.id() + ": nobody wrapped it up");
    }
    GeneratedSession session = conversation.session(handled.sessionId());
    if (session == null) {
      throw new IllegalStateException("Cannot find the session of " + handled);
    }
    switch (amendment) {
      case Amendment.LateWrapup late -> lateWrapup(conversation, session, wrapup, late);
      case Amendment.Correction correction ->
          correct(conversation, session, handled, correction.talkMillis());
      case Amendment.EndsLate late -> endLate(conversation, session, handled, late);
      case Amendment.Reopened reopened -> reopen(conversation, session, handled, reopened);
    }
    conversation.endAt(amendment.endAfter(conversation.end()));
  }

  private static void lateWrapup(
      GeneratedConversation conversation,
      GeneratedSession session,
      TrueFact.WrappedUp wrapup,
      Amendment.LateWrapup late) {
    session.segments().getLast().wrappedUpAs(late.code());
    replace(
        conversation.facts(),
        wrapup,
        new TrueFact.WrappedUp(
            wrapup.queueId(),
            wrapup.mediaType(),
            wrapup.sessionId(),
            late.code(),
            wrapup.emittedAt()));
  }

  private static void correct(
      GeneratedConversation conversation,
      GeneratedSession session,
      TrueFact.Handled handled,
      long talkMillis) {
    long end = session.segments().getLast().end();
    session.increase("tTalk", talkMillis, end);
    session.increase("tTalkComplete", talkMillis, end);
    session.increase("tHandle", talkMillis, end);
    replace(conversation.facts(), handled, handled.withMore(talkMillis, 0));
  }

  private static void endLate(
      GeneratedConversation conversation,
      GeneratedSession session,
      TrueFact.Handled handled,
      Amendment.EndsLate late) {
    GeneratedSegment last = session.segments().getLast();
    session.emitLater(last.end(), late.delayMillis());
    last.endAt(last.end() + late.delayMillis());
    session.increase("tAcw", late.delayMillis(), last.end());
    session.increase("tHandle", late.delayMillis(), last.end());
    replace(
        conversation.facts(),
        handled,
        handled.withMore(0, late.delayMillis()).emittedLater(late.delayMillis()));
    TrueFact.WrappedUp wrapup = lastWrappedUp(conversation);
    if (wrapup != null) {
      replace(conversation.facts(), wrapup, wrapup.emittedLater(late.delayMillis()));
    }
  }

  private static void reopen(
      GeneratedConversation conversation,
      GeneratedSession before,
      TrueFact.Handled handled,
      Amendment.Reopened reopened) {
    String code = lastCode(before);
    long left = reopened.at() + reopened.workMillis();
    long end = left + reopened.acwMillis();
    String id = Dice.uuid(before.id().hashCode(), reopened.at());
    GeneratedParticipant participant =
        conversation.add(
            new GeneratedParticipant(
                Dice.uuid(reopened.at(), before.id().hashCode()),
                "agent",
                null,
                handled.userId(),
                null));
    GeneratedSession session =
        participant.add(
            new GeneratedSession(id, before.peerId(), before.mediaType(), before.direction()));
    session.segment("interact", reopened.at(), left, handled.queueId()).disconnectedBy("client");
    session.segment("wrapup", left, end, handled.queueId()).wrappedUpAs(code);
    long work = reopened.workMillis();
    session
        .metric("tTalk", work, left)
        .metric("tTalkComplete", work, left)
        .metric("tAcw", reopened.acwMillis(), end)
        .metric("tHandle", work + reopened.acwMillis(), end);
    Instant emitted = Instant.ofEpochMilli(end);
    conversation.fact(
        new TrueFact.WrappedUp(handled.queueId(), handled.mediaType(), id, code, emitted));
    conversation.fact(
        new TrueFact.Handled(
            handled.queueId(),
            handled.mediaType(),
            handled.userId(),
            id,
            work,
            0,
            reopened.acwMillis(),
            work + reopened.acwMillis(),
            emitted));
  }

  private static String lastCode(GeneratedSession session) {
    String code = session.segments().getLast().wrapUpCode();
    return code == null ? "ININ-WRAP-UP-TIMEOUT" : code;
  }

  private static void replace(List<TrueFact> facts, TrueFact before, TrueFact after) {
    facts.set(facts.lastIndexOf(before), after);
  }

  private static TrueFact.@Nullable WrappedUp lastWrappedUp(GeneratedConversation conversation) {
    for (TrueFact fact : conversation.facts().reversed()) {
      if (fact instanceof TrueFact.WrappedUp wrapup) {
        return wrapup;
      }
    }
    return null;
  }

  /** The work that ended in the last wrap-up. */
  private static TrueFact.@Nullable Handled lastHandled(GeneratedConversation conversation) {
    TrueFact.WrappedUp wrapup = lastWrappedUp(conversation);
    for (TrueFact fact : conversation.facts().reversed()) {
      if (wrapup != null
          && fact instanceof TrueFact.Handled handled
          && handled.sessionId().equals(wrapup.sessionId())) {
        return handled;
      }
    }
    return null;
  }
}
