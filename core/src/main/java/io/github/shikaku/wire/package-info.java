/**
 * Between bytes and records: text encodings, layouts and the only readers and writers that touch
 * the wire. Every element name stands in one place, the layout derived from the annotated record.
 */
@NullMarked
package io.github.shikaku.wire;

import org.jspecify.annotations.NullMarked;
