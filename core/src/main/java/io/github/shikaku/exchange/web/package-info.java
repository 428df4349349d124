/**
 * The way over the Web API: JSON over mutual TLS, one pool of connections for all institutions of a
 * runtime, one identity for each. Needs {@code org.apache.httpcomponents.client5:httpclient5}, and
 * for PEM files {@code org.bouncycastle:bcpkix-jdk18on}.
 */
@NullMarked
package io.github.shikaku.exchange.web;

import org.jspecify.annotations.NullMarked;
