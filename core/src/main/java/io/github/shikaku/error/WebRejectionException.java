package io.github.shikaku.error;

import io.github.shikaku.model.Ticket;

/** The Web API refused the request as such (HTTP status 4xx) and did not process it. */
public final class WebRejectionException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final Ticket ticket;
  private final int status;
  private final String serverText;

  /** The ticket of the refused request, the HTTP status, and the body of the answer as text. */
  public WebRejectionException(Ticket ticket, int status, String serverText) {
    super(
        CoreError.WEB_REJECTED,
        "request " + ticket.name() + " was refused with HTTP status " + status,
        null);
    this.ticket = ticket;
    this.status = status;
    this.serverText = serverText;
  }

  /** The ticket of the refused request. */
  public Ticket ticket() {
    return ticket;
  }

  /** The HTTP status, 400 to 499. */
  public int status() {
    return status;
  }

  /**
   * The body of the answer. Its content is not published and may quote the request, so it is not
   * part of the message and must not be logged.
   */
  public String serverText() {
    return serverText;
  }
}
