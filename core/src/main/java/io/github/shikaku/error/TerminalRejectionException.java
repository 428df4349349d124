package io.github.shikaku.error;

import io.github.shikaku.model.Ticket;

/** 連携アプリ rejected the request file and left an {@code .err} beside it. */
public final class TerminalRejectionException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final Ticket ticket;
  private final String terminalText;

  /** The ticket of the rejected request and the text of the {@code .err}, verbatim. */
  public TerminalRejectionException(Ticket ticket, String terminalText) {
    super(
        CoreError.TERMINAL_REJECTED,
        "request " + ticket.name() + " was rejected by the terminal",
        null);
    this.ticket = ticket;
    this.terminalText = terminalText;
  }

  /** The ticket of the rejected request. */
  public Ticket ticket() {
    return ticket;
  }

  /**
   * The text of the {@code .err}, verbatim. Its content is not published and may quote the request,
   * so it is not part of the message and must not be logged.
   */
  public String terminalText() {
    return terminalText;
  }
}
