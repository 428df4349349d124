/** Tests of the folder exchange against the simulated terminal, with faults put in. */
@NullMarked
package io.github.shikaku.exchange;

import org.jspecify.annotations.NullMarked;
