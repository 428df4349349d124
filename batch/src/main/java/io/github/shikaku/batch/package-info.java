/** Bulk request files, bulk results and durable bulk jobs; empty until bulk is built. */
@NullMarked
package io.github.shikaku.batch;

import org.jspecify.annotations.NullMarked;
