/**
 * The {@code shikaku} command, with which a support engineer looks at files, folders and answers on
 * the spot. Every sub-command is a class; what they print goes through {@link
 * io.github.shikaku.examples.cli.Console}.
 */
@NullMarked
package io.github.shikaku.examples.cli;

import org.jspecify.annotations.NullMarked;
