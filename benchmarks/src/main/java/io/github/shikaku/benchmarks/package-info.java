/**
 * The figures that Shikaku SDK promises, measured: each in a process of its own, on temporary
 * folders, against a simulator in yet another process.
 */
@NullMarked
package io.github.shikaku.benchmarks;

import org.jspecify.annotations.NullMarked;
