package io.github.shikaku.error;

import io.github.shikaku.model.InterfaceId;

/**
 * The interface rests on something nobody published (its name, layout or path), it was not allowed
 * by id, and the other side is not the simulator. Nothing was sent.
 */
public final class ProvisionalLayoutException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final InterfaceId interfaceId;

  /** The interface and which of its facets is not confirmed. */
  public ProvisionalLayoutException(InterfaceId interfaceId, String facets) {
    super(
        CoreError.PROVISIONAL_LAYOUT,
        interfaceId + " is provisional (" + facets + ") and was not allowed by id",
        null);
    this.interfaceId = interfaceId;
  }

  /** The interface that was refused. */
  public InterfaceId interfaceId() {
    return interfaceId;
  }
}
