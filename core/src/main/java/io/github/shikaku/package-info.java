/** The door: {@link io.github.shikaku.Shikaku} is what a vendor holds. */
@NullMarked
package io.github.shikaku;

import org.jspecify.annotations.NullMarked;
