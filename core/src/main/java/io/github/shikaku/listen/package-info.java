/**
 * For who wants to know how calls go: when they start, how long they take, how they end. Never what
 * they say.
 */
@NullMarked
package io.github.shikaku.listen;

import org.jspecify.annotations.NullMarked;
