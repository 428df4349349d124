/**
 * A terminal that is not there: the simulator of 資格確認端末 with 連携アプリ on the exchange folders, and the
 * catalogue of what it can be made to answer.
 */
@NullMarked
package io.github.shikaku.testkit;

import org.jspecify.annotations.NullMarked;
