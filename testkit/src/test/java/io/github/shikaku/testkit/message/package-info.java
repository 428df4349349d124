/** Tests of the simulated terminal. */
@NullMarked
package io.github.shikaku.testkit.message;

import org.jspecify.annotations.NullMarked;
