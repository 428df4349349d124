@NullMarked
package io.github.shikaku.audit;

import org.jspecify.annotations.NullMarked;
