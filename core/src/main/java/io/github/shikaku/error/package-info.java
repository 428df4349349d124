/**
 * What can go wrong, said once: one exception per kind of failure, all unchecked, all below {@link
 * io.github.shikaku.error.ShikakuException}, each with a stable id, a text for the desk and who
 * must act.
 */
@NullMarked
package io.github.shikaku.error;

import org.jspecify.annotations.NullMarked;
