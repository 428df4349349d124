@NullMarked
package io.github.shikaku.model;

import org.jspecify.annotations.NullMarked;
