/** Tests of the simulated terminal. */
@NullMarked
package io.github.shikaku.testkit;

import org.jspecify.annotations.NullMarked;
