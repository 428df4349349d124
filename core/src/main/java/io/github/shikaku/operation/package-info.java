/**
 * The one road that every operation takes: a validated message, its layout, the way out, the way
 * back, the checks, and the audit trail beside it. Vendors meet it through the operations;
 * extensions build on it.
 */
@NullMarked
package io.github.shikaku.operation;

import org.jspecify.annotations.NullMarked;
