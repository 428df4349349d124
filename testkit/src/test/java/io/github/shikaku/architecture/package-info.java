/** Holds the modules and floors to the arrows they were built with. */
@NullMarked
package io.github.shikaku.architecture;

import org.jspecify.annotations.NullMarked;
