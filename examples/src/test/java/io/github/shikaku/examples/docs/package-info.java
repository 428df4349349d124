/** Holds what guides quote against the code. */
@NullMarked
package io.github.shikaku.examples.docs;

import org.jspecify.annotations.NullMarked;
