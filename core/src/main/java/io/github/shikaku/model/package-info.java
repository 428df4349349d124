/**
 * Values of the field: identifiers, codes, dates and personal text. They check, normalise and mask;
 * nothing here does I/O.
 */
@NullMarked
package io.github.shikaku.model;

import org.jspecify.annotations.NullMarked;
