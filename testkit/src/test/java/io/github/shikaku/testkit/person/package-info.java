/** Tests of the sample people. */
@NullMarked
package io.github.shikaku.testkit.person;

import org.jspecify.annotations.NullMarked;
