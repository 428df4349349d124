/** Checks on what the tests of all modules left behind. */
@NullMarked
package io.github.shikaku.checks;

import org.jspecify.annotations.NullMarked;
