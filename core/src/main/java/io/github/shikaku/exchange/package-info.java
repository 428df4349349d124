/**
 * The ways to the other side, as bytes only: a request is reserved, published and awaited, and
 * nothing here knows what it says. A folder is shared by everybody in a runtime, threads do not
 * grow with folders, and a journal brings answers home after a restart.
 */
@NullMarked
package io.github.shikaku.exchange;

import org.jspecify.annotations.NullMarked;
