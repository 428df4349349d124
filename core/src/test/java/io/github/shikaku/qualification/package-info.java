@NullMarked
package io.github.shikaku.qualification;

import org.jspecify.annotations.NullMarked;
