/** Holds the tables of the guides to what the code says. */
@NullMarked
package io.github.shikaku.docs;

import org.jspecify.annotations.NullMarked;
