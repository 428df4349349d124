package io.github.shikaku.wire;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ShikakuException;

/**
 * A document cannot be read or written. It names the kind of trouble and its position, never
 * content, and never chains a parser's exception, because those quote content.
 */
public final class WireException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String position;

  /**
   * The kind of trouble and its position in words, for example {@code byte 17} or the path of a
   * known element.
   */
  public WireException(Kind kind, String position) {
    super(
        kind == Kind.UNENCODABLE ? CoreError.INVALID_REQUEST : CoreError.UNUSABLE_ANSWER,
        kind.text + " (" + position + ")",
        null);
    this.kind = kind;
    this.position = position;
  }

  /** The kind of trouble. */
  public Kind kind() {
    return kind;
  }

  /** Where it is: a byte, a line and column, or the path of a known element. */
  public String position() {
    return position;
  }

  /** What can be wrong with a document. */
  public enum Kind {
    /** It ends too early; it may still be being written. */
    INCOMPLETE("the document ends too early"),
    /** It breaks the rules of XML or JSON, or is not the document it should be. */
    MALFORMED("the document is malformed"),
    /** It has a DTD, an entity reference, or exceeds a limit of size, depth or number. */
    FORBIDDEN("the document has a forbidden construct or exceeds a limit"),
    /** Its encoding is unknown or contradictory, or bytes do not belong to it. */
    ENCODING("the document's encoding is unknown, contradictory or violated"),
    /** An element that can only stand once stands twice. */
    DUPLICATE("a single element is repeated"),
    /** An element without which the document means nothing is absent. */
    MISSING("a necessary element is absent"),
    /** Text to be written has a character that the encoding cannot carry. */
    UNENCODABLE("the encoding cannot carry a character");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }
}
