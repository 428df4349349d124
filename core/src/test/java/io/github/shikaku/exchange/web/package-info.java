@NullMarked
package io.github.shikaku.exchange.web;

import org.jspecify.annotations.NullMarked;
