package io.github.shikaku.exchange.web;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.model.Evidence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of one account. However many ask, one login is under way; its token serves until
 * shortly before it expires or until it is refused.
 */
final class Login implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Login.class);

  /** Tokens are long, but not that long. */
  private static final int MAX_ANSWER = 256 * 1024;

  /** How long before its end a token is renewed, at most. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  /**
   * How long a refusal stands before the account is tried again: many tries in a row lock accounts.
   */
  private static final Duration REFUSAL = Duration.ofSeconds(30);

  private final WebSession session;
  private final WebCredentials credentials;
  private @Nullable Token token;
  private @Nullable CompletableFuture<Token> underWay;
  private @Nullable Sending sending;
  private @Nullable Instant refusedAt;
  private boolean closed;

  Login(WebSession session, WebCredentials credentials) {
    this.session = session;
    this.credentials = credentials;
  }

  /**
   * The token; fails with a {@link ShikakuException}. Do not cancel it: others wait for it, too.
   */
  CompletableFuture<Token> token() {
    CompletableFuture<Token> login;
    CompletableFuture<Token> served;
    synchronized (this) {
      Token former = token;
      if (former != null && former.isFreshAt(session.now())) {
        return CompletableFuture.completedFuture(former);
      }
      login = new CompletableFuture<>();
      served = login;
      if (former != null && former.isUsableAt(session.now())) {
        // The next one is fetched meanwhile; while that fails, this one still serves.
        served = CompletableFuture.completedFuture(former);
      }
      ExchangeUnavailableException refused = closed ? closedMeanwhile() : refusalNow();
      if (refused != null) {
        return served == login ? CompletableFuture.failedFuture(refused) : served;
      }
      CompletableFuture<Token> another = underWay;
      if (another != null) {
        return served == login ? another : served;
      }
      underWay = login;
    }
    start(login);
    return served;
  }

  /** The account was refused a moment ago; null when it may be tried. */
  private @Nullable ExchangeUnavailableException refusalNow() {
    if (refusedAt == null) {
      return null;
    }
    Duration since = Duration.between(refusedAt, session.now());
    return since.isNegative() || since.compareTo(REFUSAL) >= 0
        ? null
        : new ExchangeUnavailableException(
            CoreError.WEB_LOGIN_REFUSED,
            "the login was refused a moment ago; it is tried again in "
                + REFUSAL.minus(since).toSeconds()
                + " s",
            null);
  }

  private static ExchangeUnavailableException closedMeanwhile() {
    return new ExchangeUnavailableException(
        CoreError.WEB_CONNECTION_BROKEN, "the client was closed", null);
  }

  private void start(CompletableFuture<Token> login) {
    CompletableFuture<Void> unused =
        CompletableFuture.completedFuture(true)
            .thenCompose(start -> permitted())
            .thenComposeAsync(allowed -> post(), session.runtime().callbackExecutor())
            .thenApplyAsync(this::read, session.runtime().callbackExecutor())
            .handle(
                (fresh, failure) -> {
                  ended(login, fresh, failure);
                  return null;
                });
  }

  /** The server does not take this token any more. */
  synchronized void refused(Token former) {
    if (former.equals(token)) {
      former.close();
      token = null;
    }
  }

  @Override
  public void close() {
    Sending current;
    synchronized (this) {
      closed = true;
      current = sending;
      wipe();
    }
    if (current != null) {
      current.abort();
    }
  }

  private synchronized void wipe() {
    Token former = token;
    if (former != null) {
      former.close();
      token = null;
    }
  }

  /** What nobody published is not sent to anybody but the simulator. */
  private CompletableFuture<Boolean> permitted() {
    if (session.access().loginEvidence() != Evidence.PROVISIONAL
        || session.settings().isProvisionalLoginAllowed()) {
      return CompletableFuture.completedFuture(true);
    }
    return session
        .simulated()
        .thenApply(
            simulated -> {
              if (!simulated) {
                throw new ProvisionalLayoutException(
                    "the login of the Web API is provisional: correct it in the definitions, or"
                        + " allow it with allowProvisionalLogin()");
              }
              return true;
            });
  }

  private CompletableFuture<WebResponse> post() {
    byte[] body = body();
    WebQuestion question =
        new WebQuestion(
            session.loginAddress(),
            session.access().contentType().value(),
            body,
            session.access().tokenHeader().value(),
            null,
            MAX_ANSWER);
    Duration timeout = session.loginTimeout();
    Sending posting =
        new Sending(
            session,
            () -> "login",
            () -> CompletableFuture.completedFuture(question),
            true,
            System.nanoTime() + timeout.toNanos());
    synchronized (this) {
      if (closed) {
        Arrays.fill(body, (byte) 0);
        return CompletableFuture.failedFuture(closedMeanwhile());
      }
      sending = posting;
    }
    CompletableFuture<WebResponse> answer = posting.start();
    CompletableFuture<WebResponse> inTime = new CompletableFuture<>();
    Runnable cancel =
        session
            .runtime()
            .after(
                timeout,
                () -> {
                  inTime.completeExceptionally(
                      new ExchangeUnavailableException(
                          CoreError.WEB_SERVER_TROUBLE,
                          "the login was not answered within " + timeout.toSeconds() + " s",
                          null));
                  posting.abort();
                });
    CompletableFuture<Void> unused =
        answer.handle(
            (response, failure) -> {
              cancel.run();
              Arrays.fill(body, (byte) 0);
              if (failure != null) {
                inTime.completeExceptionally(failure);
              } else {
                inTime.complete(response);
              }
              return null;
            });
    return inTime;
  }

  private byte[] body() {
    try (WebAccount account = credentials.account()) {
      if (account.isWiped()) {
        throw new ExchangeUnavailableException(
            CoreError.WEB_LOGIN_REFUSED, "the application gave an account a second time", null);
      }
      return LoginMessage.write(session.access().loginBody(), account, session.institution());
    } catch (CharacterCodingException e) {
      throw new ExchangeUnavailableException(
          CoreError.WEB_LOGIN_REFUSED, "the password cannot be written in UTF-8", null);
    } catch (ShikakuException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ExchangeUnavailableException(
          CoreError.WEB_LOGIN_REFUSED, "the application gave no account", e);
    }
  }

  private Token read(WebResponse response) {
    int status = response.status();
    if (status != 200) {
      throw refusedBy(errorOf(status), "the login was answered with HTTP status " + status);
    }
    char[] value;
    try {
      value =
          LoginMessage.token(response.body(), session.access().tokenField().value())
              .orElseThrow(
                  () ->
                      refusedBy(
                          CoreError.WEB_LOGIN_REFUSED, "the login was answered without a token"));
    } catch (IOException e) {
      // The cause would quote the answer.
      throw new ExchangeUnavailableException(
          CoreError.WEB_LOGIN_UNUSABLE, "the answer to the login is not JSON", null);
    } finally {
      Arrays.fill(response.body(), (byte) 0);
    }
    return token(value);
  }

  /** A refusal of the account by the server is remembered, trouble is not. */
  private synchronized ExchangeUnavailableException refusedBy(CoreError error, String message) {
    if (error == CoreError.WEB_LOGIN_REFUSED) {
      refusedAt = session.now();
    }
    return new ExchangeUnavailableException(error, message, null);
  }

  private static CoreError errorOf(int status) {
    if (status == 429 || status >= 500) {
      return CoreError.WEB_SERVER_TROUBLE;
    }
    if (status == 407) {
      return CoreError.WEB_PROXY_REFUSED;
    }
    return status < 400 || status == 404 ? CoreError.WEB_NOT_FOUND : CoreError.WEB_LOGIN_REFUSED;
  }

  /** A token that is over when it arrives only says that a clock is wrong. */
  private Token token(char[] value) {
    Instant now = session.now();
    Instant expiry = JwtExpiry.of(value).orElse(Instant.MAX);
    if (!expiry.isAfter(now)) {
      log.warn("the token has expired already: is the clock right? It is used until refused");
      expiry = Instant.MAX;
    }
    if (expiry.equals(Instant.MAX)) {
      return new Token(value, Instant.MAX, Instant.MAX);
    }
    Duration quarter = Duration.between(now, expiry).dividedBy(4);
    return new Token(value, expiry.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN), expiry);
  }

  private void ended(
      CompletableFuture<Token> login, @Nullable Token fresh, @Nullable Throwable failure) {
    synchronized (this) {
      underWay = null;
      sending = null;
      if (fresh != null && closed) {
        fresh.close();
      } else if (fresh != null) {
        wipe();
        token = fresh;
        refusedAt = null;
      }
    }
    if (fresh != null && !fresh.isWiped()) {
      log.debug("logged in");
      login.complete(fresh);
      return;
    }
    login.completeExceptionally(fresh == null ? known(failure) : closedMeanwhile());
  }

  private static ShikakuException known(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ShikakuException known) {
      return known;
    }
    Trouble trouble = Trouble.of(cause == null ? new IOException("the login was given up") : cause);
    CoreError error = trouble.error();
    return new ExchangeUnavailableException(
        error == CoreError.UNUSABLE_ANSWER ? CoreError.WEB_LOGIN_UNUSABLE : error,
        "login: " + trouble.getMessage(),
        trouble.getCause());
  }
}
