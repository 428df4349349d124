/** Tests of the simulated terminal. */
@NullMarked
package io.github.shikaku.testkit.junit;

import org.jspecify.annotations.NullMarked;
