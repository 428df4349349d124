/**
 * The qualification check (資格確認): the query, its answer, and the vocabulary that the other
 * capabilities speak.
 */
@NullMarked
package io.github.shikaku.qualification;

import org.jspecify.annotations.NullMarked;
