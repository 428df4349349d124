/** The simulators as extensions of JUnit 5 and 6. */
@NullMarked
package io.github.shikaku.testkit.junit;

import org.jspecify.annotations.NullMarked;
