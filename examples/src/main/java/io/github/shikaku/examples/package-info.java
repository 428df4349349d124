/** One short program per capability: what a developer copies first. */
@NullMarked
package io.github.shikaku.examples;

import org.jspecify.annotations.NullMarked;
