@NullMarked
package io.github.shikaku.wire;

import org.jspecify.annotations.NullMarked;
