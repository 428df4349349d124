package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.TextEncoding;

/** How answers are encoded. What decides it at a real terminal is not published. */
public enum AnswerEncoding {
  /** UTF-8 whatever the request was; what live terminals have been seen to do. */
  UTF_8,
  /** Shift_JIS whatever the request was. */
  SHIFT_JIS,
  /** As the request. */
  AS_REQUESTED;

  TextEncoding answering(TextEncoding requested) {
    return switch (this) {
      case UTF_8 -> TextEncoding.UTF_8;
      case SHIFT_JIS -> TextEncoding.SHIFT_JIS;
      case AS_REQUESTED -> requested;
    };
  }
}
