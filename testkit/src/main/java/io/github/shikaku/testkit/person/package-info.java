/**
 * Sample people: a model, a generator that makes valid ones of any birthdate, and the rules that
 * tell a valid person from an impossible one. Nobody in here exists.
 */
@NullMarked
package io.github.shikaku.testkit.person;

import org.jspecify.annotations.NullMarked;
