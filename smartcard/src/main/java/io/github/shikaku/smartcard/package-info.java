/** Readers and cards over javax.smartcardio; empty until cards are built. */
@NullMarked
package io.github.shikaku.smartcard;

import org.jspecify.annotations.NullMarked;
