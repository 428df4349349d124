/**
 * Request and answer as the other side sees them. On purpose nothing of the SDK's own reading and
 * writing is used: a wrong element name must not be able to hide on both sides.
 */
@NullMarked
package io.github.shikaku.testkit.message;

import org.jspecify.annotations.NullMarked;
