package io.github.shikaku.error;

import io.github.shikaku.model.InterfaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interface rests on something nobody published (its name, layout or path), it was not allowed
 * by id, and the other side is not the simulator. Nothing was sent.
 */
public final class ProvisionalLayoutException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final @Nullable InterfaceId interfaceId;

  /** The interface and which of its facets is not confirmed. */
  public ProvisionalLayoutException(InterfaceId interfaceId, String facets) {
    super(
        CoreError.PROVISIONAL_LAYOUT,
        interfaceId + " is provisional (" + facets + ") and was not allowed by id",
        null);
    this.interfaceId = interfaceId;
  }

  /** What belongs to no interface, such as the login of the Web API, and how to allow it. */
  public ProvisionalLayoutException(String message) {
    super(CoreError.PROVISIONAL_LAYOUT, message, null);
    this.interfaceId = null;
  }

  /** The interface that was refused; empty when it was the login of the Web API. */
  public Optional<InterfaceId> interfaceId() {
    return Optional.ofNullable(interfaceId);
  }
}
