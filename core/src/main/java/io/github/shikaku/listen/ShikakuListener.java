package io.github.shikaku.listen;

/**
 * Somebody who wants to know when calls start and how they end. Called on the threads of the SDK,
 * so be quick; what it throws is logged and changes nothing. Exactly one of {@link #answered} and
 * {@link #failed} follows each {@link #started}.
 */
public interface ShikakuListener {
  /** A call sets out; nothing was sent yet. */
  default void started(CallInfo call) {}

  /** OQS answered, whatever it said about the person. */
  default void answered(CallInfo call, CallFigures figures) {}

  /**
   * The call ended without a usable answer.
   *
   * @param errorId stable id of the failure, for example {@code SHK-C-301}
   */
  default void failed(CallInfo call, CallFigures figures, String errorId) {}
}
