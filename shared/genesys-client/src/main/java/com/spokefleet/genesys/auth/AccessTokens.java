package com.spokefleet.genesys.auth;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.TokenSource;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One org's token: asked for once, renewed shortly before it ends or when it is refused. However
 * many threads ask, one sign-in is under way at a time and all share its outcome. A throttled
 * sign-in is not repeated before Genesys allows it. Thread-safe.
 */
public final class AccessTokens implements TokenSource {
  private final SignIn signIn;
  private final LoginClient login;
  private final Clock clock;

  private @Nullable AccessToken current;
  private @Nullable CompletableFuture<AccessToken> underWay;
  private Instant notBefore = Instant.MIN;

  public AccessTokens(
      SignIn signIn, SecretStore secrets, HttpSettings settings, HttpRuntime runtime) {
    this.signIn = signIn;
    this.login = new LoginClient(signIn, secrets, settings, runtime);
    this.clock = runtime.clock();
  }

  @Override
  public String token(Deadline deadline) {
    return tokenOtherThan(null, deadline);
  }

  @Override
  public String renewed(String refusedToken, Deadline deadline) {
    return tokenOtherThan(refusedToken, deadline);
  }

  private String tokenOtherThan(@Nullable String refused, Deadline deadline) {
    CompletableFuture<AccessToken> renewal;
    boolean mine = false;
    synchronized (this) {
      if (current != null && isUsable(current, refused)) {
        return current.value();
      }
      if (underWay == null) {
        requireAllowed();
        underWay = new CompletableFuture<>();
        mine = true;
      }
      renewal = underWay;
    }
    return (mine ? renew(renewal, deadline) : await(renewal, deadline)).value();
  }

  private boolean isUsable(AccessToken token, @Nullable String refused) {
    return !token.value().equals(refused) && clock.instant().isBefore(token.renewAt());
  }

  private void requireAllowed() {
    if (clock.instant().isBefore(notBefore)) {
      throw GenesysException.resumable(
          FailureKind.THROTTLED,
          "Cannot sign in to "
              + signIn.orgName()
              + " before "
              + notBefore
              + ": sign-in is throttled",
          notBefore);
    }
  }

  private AccessToken renew(CompletableFuture<AccessToken> renewal, Deadline deadline) {
    try {
      AccessToken token = login.login(deadline);
      finish(token, null);
      renewal.complete(token);
      return token;
    } catch (RuntimeException | Error failure) {
      finish(null, failure);
      renewal.completeExceptionally(failure);
      throw failure;
    }
  }

  private synchronized void finish(@Nullable AccessToken token, @Nullable Throwable failure) {
    underWay = null;
    current = token;
    if (failure instanceof GenesysException throttled
        && throttled.kind() == FailureKind.THROTTLED) {
      notBefore = throttled.resumeAt().orElse(notBefore);
    }
  }

  private AccessToken await(CompletableFuture<AccessToken> renewal, Deadline deadline) {
    try {
      return renewal.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SpokefleetException failure) {
        throw failure;
      }
      throw new IllegalStateException("Cannot sign in to " + signIn.orgName(), failed.getCause());
    } catch (TimeoutException slow) {
      throw GenesysException.resumable(
          FailureKind.DEADLINE,
          "Cannot sign in to " + signIn.orgName() + ": the time of this run is used up",
          clock.instant());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw GenesysException.of(
          FailureKind.RETRYABLE,
          "Cannot sign in to " + signIn.orgName() + ": interrupted",
          interrupted);
    }
  }
}
